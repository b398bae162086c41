package city.urbanops.metrics.reported.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.urbanops.kit.problem.ProblemException;
import city.urbanops.metrics.reported.application.ReportCsv.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCsvTest {

    private static final String HEADER =
            "indicator,unit,period,numerator,denominator,excluded,note,evidence,correction";

    @Test
    void a_table_of_a_spreadsheet_is_read() {
        // When
        var lines = ReportCsv.read("\uFEFF" + HEADER + "\r\n"
                + "image-patches-done,planning,2023,3218,6036,1038,\"without batch 3, by letter\",letter 7,\r\n"
                + "community-stations,planning,2023-H1,9,,,,,true\r\n");

        // Then
        assertThat(lines).extracting(Line::number).containsExactly(2, 3);
        var first = lines.get(0).said().orElseThrow();
        assertThat(first.excluded()).isEqualByComparingTo("1038");
        assertThat(first.note()).isEqualTo("without batch 3, by letter");
        assertThat(first.correction()).isFalse();
        var second = lines.get(1).said().orElseThrow();
        assertThat(second.denominator()).isNull();
        assertThat(second.correction()).isTrue();
    }

    @Test
    void each_line_says_what_is_wrong_with_it() {
        // When
        var lines = ReportCsv.read(HEADER + "\n"
                + "a,u,2023-13,1,,,,,\n"
                + "a,u,2023,1e400,,,,,\n"
                + "a,u,2023,NaN,,,,,\n"
                + "a,u,2023,-1,,,,,\n"
                + "a,u,2023,,,,,,\n"
                + ",u,2023,1,,,,,\n"
                + "a,u,2023,1,x,,,,\n"
                + "a,u,2023,1,,,,,maybe\n"
                + "a,u,2023,1,,,%s,,\n".formatted("x".repeat(2001))
                + "a,u,2023,1,,,,,false\n");

        // Then
        assertThat(lines)
                .extracting(Line::field)
                .containsExactly(
                        "period",
                        "numerator",
                        "numerator",
                        "numerator",
                        "numerator",
                        "indicator",
                        "denominator",
                        "correction",
                        "note",
                        null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "indicator,unit,period,numerator",
                "indicator,unit\na,b",
                "indicator,unit,period,numerator,colour\na,b,2023,1,red",
                "indicator,unit,period,numerator\na,b,2023",
                "indicator,unit,period,numerator\na,b,2023,1,2",
                "indicator,unit,period,numerator\na,\"b,2023,1"
            })
    void what_is_no_such_table_is_refused_as_a_whole(String text) {
        assertThatThrownBy(() -> ReportCsv.read(text)).isInstanceOf(ProblemException.class);
    }
}
