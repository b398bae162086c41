package city.urbanops.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Connections to a service are shared. */
@QuarkusTest
@QuarkusTestResource(UrbanOpsEngines.class)
@QuarkusTestResource(EchoServices.class)
class ConnectionsIT {

    private final Door door = new Door();

    @Test
    void serves_a_thousand_requests_over_few_connections() {
        // When
        var answers = IntStream.range(0, 1_000)
                .mapToObj(i -> door.sendLater(door.to("/api/v1/tasks/" + i).POST(Door.bytes(400))))
                .toList();

        // Then
        var connections = answers.stream()
                .map(answer -> new JsonObject(answer.join().body()))
                .map(received -> received.getString("connection"))
                .distinct();
        assertThat(connections).hasSizeLessThanOrEqualTo(64);
    }
}
