package city.urbanops.dispatch;

import static city.urbanops.dispatch.FiledCaseStory.soon;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.contracts.Topics;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.reference.ReferenceDocuments;
import city.urbanops.contracts.reference.TaxonomyDocument;
import city.urbanops.deadlines.Deadlines;
import city.urbanops.deadlines.TimeLimit;
import city.urbanops.deadlines.WorkingCalendar;
import city.urbanops.deadlines.WorkingSlot;
import city.urbanops.dispatch.city.application.StartWithCity;
import city.urbanops.dispatch.city.persistence.ShippedCity;
import city.urbanops.dispatch.units.application.ReleaseLeftOver;
import city.urbanops.geography.Area;
import city.urbanops.geography.DefaultCity;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator changes areas, units, rules and exemptions of a running city. After each test it is as it was shipped. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
class CityDataIT {

    private static final String MATRIX = "/api/v1/dispatch/matrix/versions";

    @Inject
    StartWithCity start;

    @Inject
    ReleaseLeftOver leftOver;

    private EventProbe probe;

    @BeforeEach
    void connect() {
        probe = new EventProbe();
        probe.publish(
                ReferenceDocuments.TAXONOMY,
                new TaxonomyDocument(
                        "test",
                        Stream.concat(
                                        Stream.of("E0199", "P0199"),
                                        shipped().lines().skip(1).map(line -> line.split(",", -1)[1]))
                                .map(code -> new TaxonomyDocument.CaseClass(code, code, code, code, code, List.of()))
                                .toList()));
        soon(() -> assertThat(postCsv(MATRIX + "?dryRun=true", shipped()).statusCode())
                .isNotEqualTo(503));
    }

    /** The shipped city again, for those who share it. */
    @AfterEach
    void restore() throws SQLException {
        probe.close();
        Tables.change("update reference_version set version = 'default-city-older'"
                + " where name in ('areas', 'units', 'matrix', 'unit-hours')");
        Tables.change("delete from reference_version where name in ('exemptions', 'rule-switches')");
        Tables.change("delete from exemption_zone");
        Tables.change("delete from rule_switch");
        start.seedAndLoad().await().atMost(Duration.ofSeconds(20));
    }

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

    @Test
    void a_new_rule_with_an_expression_decides_the_next_case() throws IOException {
        // When
        Response stored = postCsv(
                MATRIX,
                shipped()
                                .replace("source\n", "source,expression\n")
                                .replaceAll("(?m)([a-z])$", "$1,")
                                .replace("expression,", "expression")
                        + "t901,P0199,,,drainage-company,,for the test,channel == 'PUBLIC_REPORT' && hour >= 0\n");

        // Then
        assertThat(stored.statusCode()).as(stored.asString()).isEqualTo(201);
        FiledCaseStory story = FiledCaseStory.filed(probe, "P0199");
        assertThat(story.last(CaseEvents.TASK_DISPATCHED).get("department").asText())
                .isEqualTo("drainage-company");
        soon(() -> assertThat(DeskApi.as("dispatcher")
                        .get("/dispatch/explanations/{id}", story.caseId())
                        .<String>path("reason"))
                .contains("t901", "channel == 'PUBLIC_REPORT'"));
    }

    @Test
    void rows_that_lead_nowhere_are_refused_by_line_and_reason() {
        Response refused = postCsv(MATRIX, """
                rule_id,class_pattern,lead_unit,source,expression,effective_from
                a,P0101,nobody,x,,
                b,Z99,water-company,x,,
                c,P0101,water-company,x,hour == 'noon',
                c,P0101,water-company,,,tomorrow
                """);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("errors.field")).contains("line 2", "line 3", "line 4", "line 5");
        assertThat(refused.<List<String>>path("errors.message"))
                .contains("lead_unit: 'nobody' is not a unit", "class_pattern: no class begins with 'Z99'")
                .anySatisfy(message -> assertThat(message).startsWith("expression: 1:"))
                .contains("rule_id: 'c' comes twice", "source: is missing");
    }

    @Test
    void a_shadow_run_stores_nothing_and_says_what_would_change() {
        // Given
        FiledCaseStory story = FiledCaseStory.filed(probe, "P0101");
        story.last(CaseEvents.TASK_DISPATCHED);

        // When
        Response report = postCsv(
                "/api/v1/dispatch/matrix/shadow?days=1",
                "rule_id,class_pattern,lead_unit,source\nx,P,drainage-company,test\n");

        // Then
        assertThat(report.statusCode()).as(report.asString()).isEqualTo(200);
        assertThat(report.<Integer>path("changed")).isPositive();
        assertThat(report.<List<String>>path("byUnit.department")).contains("water-company", "drainage-company");
    }

    @Test
    void a_dissolved_unit_loses_its_tasks_to_the_queue_and_its_rules() {
        // Given
        assertThat(put("/api/v1/units/test-company", unit(true)).statusCode()).isEqualTo(200);
        assertThat(postCsv(MATRIX, shipped() + "t902,E0199,,,test-company,,for the test\n")
                        .statusCode())
                .isEqualTo(201);
        FiledCaseStory story = FiledCaseStory.filed(probe, "E0199");
        UUID taskId = story.taskId();

        // When
        Response dissolved = put("/api/v1/units/test-company", unit(false));

        // Then
        assertThat(dissolved.statusCode()).as(dissolved.asString()).isEqualTo(200);
        assertThat(dissolved.<Integer>path("tasksReleased")).isEqualTo(1);
        assertThat(DeskApi.as("dispatcher").get("/tasks/{id}", taskId).<String>path("state"))
                .isEqualTo("WITHDRAWN");
        assertThat(DeskApi.as("dispatcher")
                        .get("/dispatch/explanations/{id}", story.caseId())
                        .<String>path("reason"))
                .contains("test-company is dissolved");
        assertThat(DeskApi.as("admin").get("/dispatch/alerts").<List<String>>path("items.subject"))
                .contains("t902");
        FiledCaseStory next = FiledCaseStory.filed(probe, "E0199");
        soon(() -> assertThat(DeskApi.as("dispatcher")
                        .get("/dispatch/explanations/{id}", next.caseId())
                        .<String>path("reason"))
                .contains("t902", "switched off"));
    }

    @Test
    void work_a_dissolved_unit_handed_back_goes_to_the_queue_when_its_check_fails() {
        // Given
        assertThat(put("/api/v1/units/short-lived-company", unit(true)).statusCode())
                .isEqualTo(200);
        assertThat(postCsv(MATRIX, shipped() + "t903,E0199,,,short-lived-company,,for the test\n")
                        .statusCode())
                .isEqualTo(201);
        FiledCaseStory story = FiledCaseStory.filed(probe, "E0199");
        UUID taskId = story.taskId();
        DeskApi dispatcher = DeskApi.as("dispatcher");
        dispatcher.act(taskId, "sign", Map.of()).then().statusCode(200);
        dispatcher.act(taskId, "report-handling", Map.of()).then().statusCode(200);
        assertThat(put("/api/v1/units/short-lived-company", unit(false)).<Integer>path("tasksReleased"))
                .isZero();
        story.checkFailed();
        soon(() -> assertThat(dispatcher.get("/tasks/{id}", taskId).<String>path("state"))
                .isEqualTo("HANDLING"));

        // When
        int released = leftOver.look().await().atMost(Duration.ofSeconds(10));

        // Then
        assertThat(released).isEqualTo(1);
        assertThat(dispatcher.get("/tasks/{id}", taskId).<String>path("state")).isEqualTo("WITHDRAWN");
        assertThat(story.last(CaseEvents.TASK_RETURNED).get("opinion").asText())
                .isEqualTo("The unit short-lived-company is dissolved.");
        assertThat(dispatcher.get("/dispatch/explanations/{id}", story.caseId()).<String>path("reason"))
                .contains("short-lived-company is dissolved");
        assertThat(leftOver.look().await().atMost(Duration.ofSeconds(10))).isZero();
    }

    @Test
    void a_transferred_task_is_due_by_the_hours_of_the_unit_that_gets_it() {
        // Given
        assertThat(put("/api/v1/units/night-company", unit(true)).statusCode()).isEqualTo(200);
        FiledCaseStory story = FiledCaseStory.filed(probe, "P0101");
        UUID taskId = story.taskId();

        // When
        Response moved =
                DeskApi.as("dispatcher").act(taskId, "transfer", Map.of("department", "night-company", "opinion", "x"));

        // Then
        assertThat(moved.statusCode()).as(moved.asString()).isEqualTo(200);
        story.last(CaseEvents.TASK_TRANSFERRED);
        Instant at = story.answers().stream()
                .filter(event -> event.type().equals(CaseEvents.TASK_TRANSFERRED.name()))
                .map(event -> Instant.parse(event.header("ce_time")))
                .findFirst()
                .orElseThrow();
        WorkingCalendar dayAndNight = WorkingCalendar.standard(
                        ZoneId.of("Asia/Shanghai"), ShippedCity.calendar().rows())
                .withHours(WorkingSlot.parse("00:00-00:00"));
        assertThat(Instant.parse(moved.path("dueAt")))
                .isEqualTo(Deadlines.due(at, TimeLimit.parse("4wh"), dayAndNight));
    }

    @Test
    void a_unit_below_itself_is_refused() {
        Response refused = put(
                "/api/v1/units/city-management-bureau",
                Map.of(
                        "nameZh", "x",
                        "nameEn", "x",
                        "kind", "DEPARTMENT",
                        "parentCode", "sanitation",
                        "workplace", "TASK_DESK",
                        "areaCode", "450200"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("errors[0].message")).contains("circle");
    }

    @Test
    void an_exemption_for_the_whole_day_sends_cases_to_the_queue() {
        // Given
        Map<String, Object> zone = Map.of(
                "zoneId", "z1",
                "name", "everywhere",
                "classPatterns", List.of("E0198"),
                "suggestion", "NO_VIOLATION",
                "source", "for the test");

        // When
        Response stored = post("/api/v1/dispatch/exemptions/versions", Map.of("exemptions", List.of(zone)));

        // Then
        assertThat(stored.statusCode()).as(stored.asString()).isEqualTo(201);
        FiledCaseStory story = FiledCaseStory.filed(probe, "E0198");
        soon(() -> assertThat(DeskApi.as("dispatcher")
                        .get("/dispatch/explanations/{id}", story.caseId())
                        .<String>path("reason"))
                .contains("z1", "most likely no violation"));
    }

    @Test
    void only_administrators_change_the_city() {
        for (String path : List.of("/api/v1/areas/versions", MATRIX, "/api/v1/dispatch/exemptions/versions")) {
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

    private static String areasVersion() {
        return given().auth()
                .oauth2(Tokens.of("admin"))
                .get("/api/v1/areas/versions")
                .path("items[0].version");
    }

    private static Map<String, Object> unit(boolean active) {
        return Map.of(
                "nameZh", "试验公司",
                "nameEn", "Test Company",
                "kind", "COMPANY",
                "workplace", "TASK_DESK",
                "areaCode", "450200",
                "active", active,
                "duties", List.of("tests"),
                "workingHours", "00:00-00:00");
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

    private static String shipped() {
        try (var file = CityDataIT.class.getResourceAsStream("/city/matrix.csv")) {
            assertThat(file).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Response post(String path, Object body) {
        return given().auth()
                .oauth2(Tokens.of("admin"))
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    private static Response put(String path, Object body) {
        return given().auth()
                .oauth2(Tokens.of("admin"))
                .contentType(ContentType.JSON)
                .body(body)
                .put(path);
    }

    private static Response postCsv(String path, String csv) {
        return given().auth()
                .oauth2(Tokens.of("admin"))
                .contentType("text/csv; charset=UTF-8")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post(path);
    }
}
