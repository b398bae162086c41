package city.urbanops.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which service a path leads to, and which paths lead nowhere. */
@QuarkusTest
@QuarkusTestResource(UrbanOpsEngines.class)
@QuarkusTestResource(EchoServices.class)
class RoutesIT {

    private final Door door = new Door();

    @ParameterizedTest
    @CsvSource({
        "/api/v1/reports, case-intake, /api/v1/reports",
        "/api/v1/cases/1/journal?limit=2, case-intake, /api/v1/cases/1/journal?limit=2",
        "/api/v1/departments/%E5%9F%8E/tasks, dispatch, /api/v1/departments/%E5%9F%8E/tasks",
        "/api/v1/tasks/1, dispatch, /api/v1/tasks/1",
        "/api/v1/dispatch/explanations/1, dispatch, /api/v1/dispatch/explanations/1",
        "/api/v1/units, dispatch, /api/v1/units",
        "/api/v1/calendars/2027, dispatch, /api/v1/calendars/2027",
        "/api/v1/areas/versions, dispatch, /api/v1/areas/versions",
        "/api/v1/enforcement/assignments, enforcement, /api/v1/enforcement/assignments",
        "/api/v1/sanitation/work-orders, sanitation, /api/v1/sanitation/work-orders",
        "/api/v1/metrics/closure-rates?groupBy=a%2Fb, metrics, /api/v1/metrics/closure-rates?groupBy=a%2Fb",
        "/api/v1/assessments/s/p, metrics, /api/v1/assessments/s/p",
        "/api/v1/operations/enforcement/parked, enforcement, /api/v1/operations/parked",
        "/api/v1/operations/metrics/parked/t/k/replay, metrics, /api/v1/operations/parked/t/k/replay"
    })
    void leads_each_path_to_its_service(String path, String service, String target) throws Exception {
        var received = door.echo(door.to(path));

        assertThat(received.getString("service")).isEqualTo(service);
        assertThat(received.getString("target")).isEqualTo(target);
    }

    @Test
    void answers_404_where_no_service_is() throws Exception {
        var answer = door.get("/api/v1/nothing/here");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(new JsonObject(answer.body()).getString("type")).isEqualTo("urn:urbanops:problem:not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/../../q/health",
                "/api/v1/cases/../../q/metrics",
                "/api/v1/%2e%2e/%2e%2e/q/health",
                "/api/v1/cases/..%2f..%2fq",
                "/api/v1/cases/%5c..%5cq",
                "/api/v1/cases/..;/q",
                "//api/v1/cases",
                "/api/v1//cases",
                "/api/v1/cases/%00"
            })
    void lets_no_crooked_path_in(String path) throws Exception {
        var answer = door.raw("GET " + path + " HTTP/1.1", "Host: a", "Connection: close");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("urn:urbanops:problem:bad-path");
    }
}
