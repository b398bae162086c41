package city.urbanops.dispatch;

import static city.urbanops.dispatch.AdminApi.post;
import static city.urbanops.dispatch.FiledCaseStory.soon;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.contracts.Topics;
import city.urbanops.geography.Area;
import city.urbanops.geography.DefaultCity;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Areas come as a whole, or not at all. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
class AreaVersionsIT extends ChangedCity {

    @Test
    void areas_are_replaced_as_a_whole_and_published() {
        // When
        Response stored = post("/api/v1/areas/versions?crs=WGS-84", areas(List.of()));

        // Then
        assertThat(stored.statusCode()).as(stored.asString()).isEqualTo(201);
        String version = stored.path("version");
        soon(() -> assertThat(probe.read(Topics.REFERENCE_DATA, "areas"))
                .anySatisfy(event ->
                        assertThat(event.json().get("version").asText()).isEqualTo(version)));
        assertThat(given().auth()
                        .oauth2(Tokens.of("admin"))
                        .get("/api/v1/areas/versions")
                        .<String>path("items[0].version"))
                .isEqualTo(version);
    }

    @Test
    void areas_with_faults_are_refused_with_every_fault_and_nothing_is_stored() {
        // Given
        String before = areasVersion();

        // When
        Response refused = post("/api/v1/areas/versions?crs=WGS-84", areas(List.of("450202001001001")));

        // Then
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("errors.message"))
                .anySatisfy(message -> assertThat(message).contains("450202001001", "belongs to none of its parts"));
        assertThat(areasVersion()).isEqualTo(before);
        assertThat(post("/api/v1/areas/versions", areas(List.of())).statusCode())
                .as("no coordinate reference system")
                .isEqualTo(400);
        assertThat(post("/api/v1/areas/versions?crs=WGS-84", Map.of("type", "Feature"))
                        .statusCode())
                .isEqualTo(422);
    }

    private static String areasVersion() {
        return given().auth()
                .oauth2(Tokens.of("admin"))
                .get("/api/v1/areas/versions")
                .path("items[0].version");
    }

    /** The default city as GeoJSON, without some of its areas. */
    private static ObjectNode areas(List<String> without) {
        ObjectMapper json = new ObjectMapper();
        ObjectNode collection = json.createObjectNode().put("type", "FeatureCollection");
        ArrayNode features = collection.putArray("features");
        for (Area area : DefaultCity.document().areas()) {
            if (!without.contains(area.code())) {
                ObjectNode feature = features.addObject().put("type", "Feature");
                feature.putObject("properties")
                        .put("code", area.code())
                        .put("name", area.name())
                        .put("level", area.level().name())
                        .put("parentCode", area.parentCode());
                feature.putObject("geometry")
                        .put("type", "Polygon")
                        .set("coordinates", json.valueToTree(area.polygon()));
            }
        }
        return collection;
    }
}
