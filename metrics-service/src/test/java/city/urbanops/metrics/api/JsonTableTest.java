package city.urbanops.metrics.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTableTest {

    @Test
    void items_become_rows_and_members_columns_named_by_their_path() throws JsonProcessingException {
        // When
        var table = table("""
                {"items": [{"key": "a", "rate": 0.5, "at": {"day": "2026-03-02"}, "sets": ["filed", "closed"]},
                           {"key": "b", "rate": null, "more": [{"x": 1}]}], "asOf": "now"}
                """);

        // Then
        assertThat(table.headings()).containsExactly("key", "rate", "at.day", "sets", "more");
        assertThat(table.rows())
                .containsExactly(
                        List.of("a", "0.5", "2026-03-02", "filed; closed", ""),
                        List.of("b", "", "", "", "[{\"x\":1}]"));
    }

    @Test
    void a_list_and_a_single_answer_are_tables_too() throws JsonProcessingException {
        assertThat(table("[{\"id\": \"reports\"}, {\"id\": \"filings\"}]").rows())
                .containsExactly(List.of("reports"), List.of("filings"));
        assertThat(table("{\"state\": \"DONE\", \"read\": 7}").rows()).containsExactly(List.of("DONE", "7"));
        assertThat(table("[]").csv()).asString(StandardCharsets.UTF_8).isEqualTo("\uFEFF\r\n");
    }

    @Test
    void a_cell_runs_no_formula_and_keeps_its_lines() throws JsonProcessingException {
        var csv =
                new String(table("[{\"reason\": \"=1+1\\nand \\\"so\\\" on\"}]").csv(), StandardCharsets.UTF_8);
        assertThat(csv).isEqualTo("\uFEFF\"reason\"\r\n\"'=1+1\nand \"\"so\"\" on\"\r\n");
    }

    @Test
    void a_round_decimal_is_written_out() {
        // Given: as an answer with decimals becomes JSON
        var answer = new ObjectMapper().valueToTree(Map.of("score", new BigDecimal("3000")));

        // Then
        assertThat(JsonTable.of("test", answer).rows()).containsExactly(List.of("3000"));
    }

    private static Spreadsheet table(String json) throws JsonProcessingException {
        return JsonTable.of("test", new ObjectMapper().readTree(json));
    }
}
