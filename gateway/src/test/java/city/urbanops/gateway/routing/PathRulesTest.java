package city.urbanops.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/cases",
                "/api/v1/cases/",
                "/api/v1/cases/0195550a-0000-7000-8000-000000000001",
                "/api/v1/departments/%E5%9F%8E%E7%AE%A1/tasks",
                "/a/b.c/..d/e..",
                "/a%20b"
            })
    void accepts_what_every_reader_reads_alike(String path) {
        assertThat(PathRules.isPlain(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api",
                "*",
                "//q/health",
                "/api//v1",
                "/api/v1/../q/health",
                "/api/v1/..",
                "/api/./v1",
                "/api/v1/.",
                "/api/v1/%2e%2e/q/health",
                "/api/v1/%2E./q",
                "/api/v1%2f..%2fq",
                "/api/v1/..;/q",
                "/api/v1/%5c..%5cq",
                "/api\\v1",
                "/api/v1/%252e%252e/q",
                "/api/v1/%00",
                "/api/v1/%0d%0aX",
                "/api/v1/%7f",
                "/api/v1/%3fx",
                "/api/v1/%zz",
                "/api/v1/%2",
                "/api/v1/%",
                "/api/v1/\u0001",
                "/api/v1/城"
            })
    void refuses_what_two_readers_could_read_differently(String path) {
        assertThat(PathRules.isPlain(path)).isFalse();
    }
}
