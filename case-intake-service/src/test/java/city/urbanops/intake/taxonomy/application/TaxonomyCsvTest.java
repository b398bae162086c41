package city.urbanops.intake.taxonomy.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.urbanops.contracts.reference.TaxonomyDocument.FilingCondition;
import city.urbanops.intake.taxonomy.application.TaxonomyReading.Remark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxonomyCsvTest {

    private static final String CITY_HEADER =
            "kind,major_code,major,minor_code,minor,handling_unit,case_condition,closing_condition,time_limit\n";
    private static final Path REAL = Path.of("../../shared/data/case_standards");

    @Test
    void what_is_exported_reads_back_the_same() {
        var ours = PublishTaxonomy.defaultTaxonomy();

        var again = TaxonomyCsv.read(ours.version(), TaxonomyExport.csv(ours));

        assertThat(again.errors()).isEmpty();
        assertThat(again.document()).contains(ours);
    }

    @Test
    void reads_a_city_table_with_its_words_for_limits() {
        var table = CITY_HEADER
                + "部件,01,公用设施,01,井盖,产权单位,丢失,补齐,2紧急工作时\n"
                + "部件,01,公用设施,01,井盖,产权单位,\"破损,\n且有响声\",更换,4小时\n"
                + "事件,04,绿化,07,缺株,园林中心,空坑,补植,种植季节15工作日\n";

        var reading = TaxonomyCsv.read("v", table);

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.warnings()).extracting(Remark::line).containsExactly(5);
        var classes = reading.document().orElseThrow().classes();
        assertThat(classes).extracting("code").containsExactly("E0407", "P0101");
        assertThat(classes.get(1).conditions())
                .extracting(FilingCondition::timeLimit, FilingCondition::isDefault, FilingCondition::urgent)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2uh", true, true),
                        org.assertj.core.groups.Tuple.tuple("4wh", false, false));
        assertThat(classes.get(0).conditions().get(0).timeLimit()).isEqualTo("15wd");
        assertThat(classes.get(0).conditions().get(0).responsible()).isEqualTo("园林中心");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "部件,1,公用设施,01,井盖,x,丢失,补齐,2天 | line 2, class_code",
                "设施,01,公用设施,01,井盖,x,丢失,补齐,2天 | line 2, class_code",
                "部件,01,公用设施,01,井盖,x,丢失,补齐,尽快 | line 2, time_limit",
                "部件,01,公用设施,01,井盖,x,丢失,补齐,99999天 | line 2, time_limit",
                "部件,01,公用设施,01,井盖,x,,补齐,2天 | line 2, case_condition",
                "部件,01,公用设施,01,,x,丢失,补齐,2天 | line 2, minor",
            })
    void names_line_and_column_of_what_is_wrong(String row, String field) {
        var reading = TaxonomyCsv.read("v", CITY_HEADER + row + "\n");

        assertThat(reading.document()).isEmpty();
        assertThat(reading.errors()).extracting(Remark::field).containsExactly(field);
    }

    @Test
    void refuses_one_code_for_two_classes_and_what_is_no_table() {
        var twice = CITY_HEADER + "部件,01,甲,01,井盖,x,丢失,补齐,2天\n部件,01,甲,01,雨篦,x,堵塞,疏通,2天\n";

        assertThat(TaxonomyCsv.read("v", twice).errors())
                .extracting(Remark::line)
                .containsExactly(3);
        assertThat(TaxonomyCsv.read("v", "").errors()).isNotEmpty();
        assertThat(TaxonomyCsv.read("v", "a,b\n1,2\n").errors()).isNotEmpty();
        assertThat(TaxonomyCsv.read("v", CITY_HEADER).errors()).isNotEmpty();
        assertThat(TaxonomyCsv.read("v", CITY_HEADER + "部件,\"01\n").errors()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"standards_flat.csv, 66, 279", "muban_flat_parts_events.csv, 190, 519"})
    void a_real_city_table_is_read_whole(String file, int classes, int conditions) throws IOException {
        assumeTrue(Files.exists(REAL.resolve(file)), "no " + file + " here: the real table is not part of the project");

        var reading = TaxonomyCsv.read("v", Files.readString(REAL.resolve(file)));

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.classes()).isEqualTo(classes);
        assertThat(reading.conditions()).isEqualTo(conditions);
        assertThat(reading.warnings()).hasSize(1);
    }
}
