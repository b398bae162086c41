package city.urbanops.intake.referral.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.intake.casefile.domain.Channel;
import city.urbanops.intake.casefile.domain.ReferralKind;
import city.urbanops.intake.taxonomy.application.TaxonomyReading.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferralCsvTest {

    private static final String HEADER = String.join(",", ReferralRow.COLUMNS) + "\n";
    private static final String GOOD =
            "COURT,法院,Court,法院,请向{to}提出,Turn to {to},false,false,false,HOTLINE_12345 OPEN311,,a law\n";

    @Test
    void the_list_that_ships_has_every_kind_with_its_source() {
        var list = ReferralKinds.shipped();

        assertThat(list.kinds())
                .extracting(ReferralKind::code)
                .containsExactly(
                        "EMERGENCY",
                        "LITIGATION",
                        "ARBITRATION",
                        "ADMINISTRATIVE_REVIEW",
                        "PETITION",
                        "CONFIDENTIAL",
                        "REPEATED_NO_NEW_FACTS",
                        "OTHER_JURISDICTION",
                        "WRONG_TRANSFER");
        assertThat(list.kinds()).allSatisfy(kind -> assertThat(kind.source()).isNotBlank());
    }

    @Test
    void petitions_and_matters_of_courts_go_different_ways() {
        var list = ReferralKinds.shipped();

        assertThat(list.kind("PETITION").orElseThrow().notFrom())
                .containsExactlyInAnyOrder(Channel.PETITION_CITY, Channel.PETITION_PROVINCE);
        assertThat(list.kind("LITIGATION").orElseThrow().notFrom()).isEmpty();
    }

    @Test
    void reads_a_kind() {
        var kind = ReferralCsv.read("v1", HEADER + GOOD)
                .list()
                .orElseThrow()
                .kind("COURT")
                .orElseThrow();

        assertThat(kind.office()).isEqualTo("法院");
        assertThat(kind.onlyFrom()).containsExactlyInAnyOrder(Channel.HOTLINE_12345, Channel.OPEN311);
        assertThat(kind.notFrom()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COURT,法院,|court,法院,|code",
                "COURT,法院,|COURT,,|title_zh",
                "{to}提出|{whom}提出|words_zh",
                "{to}提出|{to提出|words_zh",
                "false,false,false|perhaps,false,false|approval",
                "false,false,false|false,,false|returns",
                "OPEN311|PIGEON|only_from",
                "a law|''|source",
            })
    void names_line_and_column_of_what_is_wrong(String good, String bad, String column) {
        var reading = ReferralCsv.read(
                "v1", HEADER + GOOD + GOOD.replace("COURT", "OTHER").replace(good.replace("COURT", "OTHER"), bad));

        assertThat(reading.list()).isEmpty();
        assertThat(reading.errors()).extracting(Remark::line, Remark::column).contains(tuple(3, column));
    }

    @Test
    void refuses_a_kind_that_is_there_twice() {
        assertThat(ReferralCsv.read("v1", HEADER + GOOD + GOOD).errors())
                .containsExactly(new Remark(3, "code", "is there twice"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "code,title_zh\nX,y\n", "\"", "code\n\"open"})
    void refuses_what_is_no_such_table(String text) {
        var reading = ReferralCsv.read("v1", text);

        assertThat(reading.list()).isEmpty();
        assertThat(reading.errors()).isNotEmpty();
    }

    @Test
    void refuses_a_table_without_kinds() {
        assertThat(ReferralCsv.read("v1", HEADER).errors())
                .extracting(Remark::column)
                .containsExactly("table");
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }
}
