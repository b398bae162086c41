package city.urbanops.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a client sees of a service that is silent, breaks off, or is away. */
@QuarkusTest
@QuarkusTestResource(UrbanOpsEngines.class)
@QuarkusTestResource(EchoServices.class)
class FailingServicesIT {

    private final Door door = new Door();

    @Test
    void answers_504_when_the_service_says_nothing() throws Exception {
        var answer = door.get("/api/v1/tasks/silent");

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).contains("urn:urbanops:problem:service-slow");
    }

    @Test
    void answers_502_when_the_service_hangs_up() throws Exception {
        var answer = door.get("/api/v1/tasks/hang-up");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("urn:urbanops:problem:service-failed");
    }

    @Test
    void breaks_off_where_the_service_broke_off() {
        assertThatThrownBy(() -> door.get("/api/v1/tasks/break-off")).isInstanceOf(IOException.class);
    }

    @Test
    void is_ready_only_while_every_service_is_and_says_which_is_not() throws Exception {
        // Given
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ready()).isEqualTo(200));

        // When
        door.control("metrics", "stop");

        // Then
        try {
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(ready()).isEqualTo(503));
            assertThat(door.get("/q/health/ready").body()).contains("\"metrics\": \"DOWN: not reachable\"");
            var answer = door.get("/api/v1/metrics/closure-rates");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        } finally {
            door.control("metrics", "start");
        }
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(ready()).isEqualTo(200));
    }

    private int ready() throws IOException, InterruptedException {
        return door.get("/q/health/ready").statusCode();
    }
}
