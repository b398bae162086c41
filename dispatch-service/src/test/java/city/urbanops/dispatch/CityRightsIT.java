package city.urbanops.dispatch;

import static city.urbanops.dispatch.AdminApi.MATRIX;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may change the city. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
class CityRightsIT {

    @Test
    void only_administrators_change_the_city() {
        for (String path : List.of(
                "/api/v1/areas/versions",
                MATRIX,
                "/api/v1/dispatch/exemptions/versions",
                "/api/v1/dispatch/operations/versions")) {
            assertThat(given().auth()
                            .oauth2(Tokens.of("dispatcher"))
                            .contentType(ContentType.JSON)
                            .body("{}")
                            .post(path)
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
    }
}
