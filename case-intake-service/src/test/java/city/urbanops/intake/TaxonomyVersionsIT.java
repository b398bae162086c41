package city.urbanops.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import city.urbanops.contracts.Topics;
import city.urbanops.intake.taxonomy.application.TaxonomyInForce;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class TaxonomyVersionsIT {

    @Inject
    TaxonomyInForce taxonomy;

    private final EventProbe events = new EventProbe();

    @BeforeEach
    void ready() {
        TestCity.makeReady(events);
    }

    @Test
    void a_new_version_comes_into_force_is_told_once_and_leaves_old_cases_alone() {
        var before = Supervisors.get("agent", "/api/v1/taxonomy")
                .extract()
                .path("version")
                .toString();
        var csv = given().auth()
                .oauth2(Tokens.of("agent"))
                .get("/api/v1/taxonomy/versions/{version}/csv", before)
                .asString();
        var old = TestCity.report("P0101", "450202", "旧标准下立案");
        var changed = csv.replace("缺失、移位或开裂", "缺失、移位、开裂或下沉");

        add("next", changed, "dryRun=true").statusCode(200).body("stored", is(false), "errors.size()", is(0));
        add("next", changed, "effectiveAt=2000-01-01T00:00:00Z").statusCode(422);
        add("next", changed, "").statusCode(201).body("stored", is(true));
        add("next", changed, "").statusCode(409).body("type", equalTo("urn:urbanops:problem:version-taken"));

        await().untilAsserted(() -> Supervisors.get("agent", "/api/v1/taxonomy").body("version", equalTo("next")));
        var recent = TestCity.report("P0101", "450202", "新标准下立案");
        Supervisors.get("shift-leader", "/api/v1/cases/" + recent).body("taxonomyVersion", equalTo("next"));
        Supervisors.get("shift-leader", "/api/v1/cases/" + old).body("taxonomyVersion", equalTo(before));
        await().untilAsserted(() -> assertThat(events.read(
                        Topics.REFERENCE_DATA,
                        event -> event.json().path("version").asText().equals("next")))
                .hasSize(1));
    }

    @Test
    void a_version_is_read_once_however_often_new_ones_are_looked_for() {
        var version = taxonomy.get().version();
        var read = taxonomy.named(version).orElseThrow();
        var added = add("read-once", read.csv(), "effectiveAt=2099-01-01T00:00:00Z");

        taxonomy.refresh().await().atMost(Duration.ofSeconds(10));

        added.statusCode(201);
        assertThat(taxonomy.named("read-once")).isPresent();
        assertThat(taxonomy.named(version)).containsSame(read);
    }

    @Test
    void names_every_wrong_line_and_stores_nothing() {
        var csv = """
                kind,major_code,major,minor_code,minor,case_condition,closing_condition,time_limit
                部件,01,公用设施,01,井盖,丢失,补齐,尽快
                设施,01,公用设施,02,雨篦,堵塞,疏通,2天
                """;

        add("broken", csv, "")
                .statusCode(422)
                .body("type", equalTo("urn:urbanops:problem:taxonomy"))
                .body("errors.field", equalTo(List.of("line 2, time_limit", "line 3, class_code")));
        add("broken", csv, "dryRun=maybe").statusCode(400);
        Supervisors.get("agent", "/api/v1/taxonomy/versions/broken").statusCode(404);
        Supervisors.post("agent", "/api/v1/taxonomy/versions?version=x", Map.of())
                .statusCode(415);
    }

    private static ValidatableResponse add(String version, String csv, String more) {
        return given().auth()
                .oauth2(Tokens.of("admin"))
                .contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post("/api/v1/taxonomy/versions?version=" + version + "&" + more)
                .then();
    }
}
