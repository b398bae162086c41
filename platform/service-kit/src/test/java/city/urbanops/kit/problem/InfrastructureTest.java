package city.urbanops.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InfrastructureTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53300", "55P03", "57P01", "57P03"})
    void blames_connections_conflicts_and_shutdowns(String sqlState) {
        assertThat(Infrastructure.isToBlame(new CompletionException(database(sqlState))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22P02", "42P01", "42501"})
    void does_not_blame_it_for_our_own_statements(String sqlState) {
        assertThat(Infrastructure.isToBlame(database(sqlState))).isFalse();
    }

    @Test
    void blames_a_broken_connection_wherever_it_is_wrapped() {
        assertThat(Infrastructure.isToBlame(new IllegalStateException(new IOException("reset"))))
                .isTrue();
    }

    @Test
    void blames_it_while_we_say_ourselves_that_we_are_not_ready() {
        var notReady = new Problem("unavailable", "Not available", 503, "No areas yet", List.of());

        assertThat(Infrastructure.isToBlame(new ProblemException(notReady))).isTrue();
        assertThat(Infrastructure.isToBlame(new ProblemException(Problem.conflict("phase", "closed"))))
                .isFalse();
    }

    @Test
    void does_not_blame_it_for_a_bug() {
        assertThat(Infrastructure.isToBlame(new IllegalArgumentException("cannot count backwards")))
                .isFalse();
    }

    private static PgException database(String sqlState) {
        return new PgException("trouble", "ERROR", sqlState, "detail");
    }
}
