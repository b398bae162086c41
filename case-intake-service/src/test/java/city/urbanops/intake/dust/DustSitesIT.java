package city.urbanops.intake.dust;

import static city.urbanops.intake.dust.DustSiteApi.put;
import static city.urbanops.intake.dust.DustSiteApi.register;
import static city.urbanops.intake.dust.DustSiteApi.site;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The register of sites. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class DustSitesIT {

    private final DustMonitors monitors = new DustMonitors();

    @BeforeEach
    void ready() {
        monitors.awaitReady();
    }

    @AfterEach
    void close() {
        monitors.close();
    }

    @Test
    void refuses_a_site_outside_the_city_a_device_twice_and_other_accounts() {
        register("it-three", 120.0).statusCode(422).body("errors[0].field", equalTo("location"));
        put("admin", "it-three", site(109.33, List.of(Map.of("deviceId", "a"), Map.of("deviceId", "a"))))
                .statusCode(422)
                .body("errors[0].field", equalTo("devices"));
        put("agent", "it-three", site(109.33, List.of())).statusCode(403);
        put("admin", "it-three", Map.of("name", "x")).statusCode(400);
        given().auth()
                .oauth2(Tokens.of("dispatcher"))
                .get("/api/v1/dust/alarms?cursor=abc")
                .then()
                .statusCode(400);
    }
}
