package city.urbanops.bench.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.urbanops.bench.floor.FloorScript.Statement;
import city.urbanops.bench.platform.PlatformTrouble;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FloorScriptTest {

    @Test
    void takes_variables_and_kept_values_out_of_a_line() {
        assertThat(FloorScript.parse(
                                "insert into t values (uuidv7(), :case_id, 'E' || :class) returning task_id \\gset\n")
                        .statements())
                .containsExactly(new Statement(
                        "insert into t values (uuidv7(), ?::uuid, 'E' || ?::text) returning task_id",
                        List.of("case_id", "class"),
                        "task_id"));
    }

    @Test
    void commits_eight_times_and_touches_domain_tables_only() {
        // Given
        var statements = FloorScript.parse(Floor.resource("lifecycle.sql")).statements();

        // When
        long blocks = statements.stream().filter(s -> s.sql().equals("commit;")).count();
        boolean inBlock = false;
        long alone = 0;
        for (Statement statement : statements) {
            if (statement.sql().equals("begin;")) {
                inBlock = true;
            } else if (statement.sql().equals("commit;")) {
                inBlock = false;
            } else if (!inBlock) {
                alone++;
            }
        }

        // Then
        assertThat(blocks + alone).isEqualTo(8);
        assertThat(statements)
                .noneMatch(s -> s.sql().contains("outbox") || s.sql().contains("inbox"));
    }

    @Test
    void reads_the_rate_pgbench_reports() {
        String report = """
                latency average = 15.5 ms
                initial connection time = 9.1 ms
                tps = 512.345678 (without initial connection time)
                """;

        assertThat(Pgbench.rate(report)).isEqualTo(512.345678);
        assertThatThrownBy(() -> Pgbench.rate("aborted")).isInstanceOf(PlatformTrouble.class);
    }

    @Test
    void takes_the_best_number_of_clients() {
        assertThat(FloorResult.bestOf(Map.of(4, 500.0, 8, 700.0, 16, 650.0), "pgbench")
                        .clients())
                .isEqualTo(8);
    }
}
