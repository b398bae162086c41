package city.urbanops.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What the gateway answers itself. */
@QuarkusTest
@QuarkusTestResource(UrbanOpsEngines.class)
@QuarkusTestResource(EchoServices.class)
class OwnPagesIT {

    private final Door door = new Door();

    @Test
    void greets_people_under_a_strict_policy() throws Exception {
        var page = door.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-cache");
        assertThat(page.body()).contains("UrbanOps", "城市").doesNotContain("://", "style=", "onclick");
        assertThat(door.get("/start/start.js").statusCode()).isEqualTo(200);
        assertThat(door.get("/start/start.css").statusCode()).isEqualTo(200);
    }

    @Test
    void shows_its_metrics_to_nobody_behind_a_proxy() throws Exception {
        assertThat(door.get("/q/metrics").body()).contains("urbanops_gateway_requests");
        assertThat(door.send(door.to("/q/metrics").header("X-Forwarded-For", "192.0.2.1"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void describes_the_public_face_in_one_document() throws Exception {
        var document = new JsonObject(door.get("/q/openapi").body());

        assertThat(document.getJsonObject("paths").fieldNames())
                .contains("/api/v1/events/stream", "/api/v1/dispatch/x", "/api/v1/metrics/x")
                .doesNotContain("/api/v1/case-intake/x");
    }
}
