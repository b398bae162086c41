package city.urbanops.dispatch;

import static city.urbanops.dispatch.AdminApi.MATRIX;
import static city.urbanops.dispatch.AdminApi.postCsv;
import static city.urbanops.dispatch.AdminApi.put;
import static city.urbanops.dispatch.AdminApi.shipped;
import static city.urbanops.dispatch.FiledCaseStory.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.dispatch.learning.persistence.ExampleTable;
import city.urbanops.dispatch.routing.persistence.PastCases;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three levels: the centre gives a case to a district, that to a street office, that to a community, and back (ADR 0087). */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
class DelegatedTasksIT extends ChangedCity {

    private static final String DISTRICT = "district-450202";
    private static final String STREET = "street-450202001";
    private static final String COMMUNITY = "community-450202001001";
    private static final String RULE = "t910";

    @Inject
    OwnContext contexts;

    @Inject
    Transactions transactions;

    @Inject
    ExampleTable examples;

    @Inject
    PastCases pastCases;

    private DeskApi district;
    private DeskApi street;
    private DeskApi dispatcher;
    private DeskApi driver;

    @BeforeEach
    void levels() {
        district = DeskApi.as("district");
        street = DeskApi.as("street");
        dispatcher = DeskApi.as("dispatcher");
        driver = DeskApi.asClient("urbanops-driver");
        assertThat(put("/api/v1/units/" + STREET, unit(DISTRICT, true)).statusCode())
                .isEqualTo(200);
        assertThat(put("/api/v1/units/" + COMMUNITY, unit(STREET, true)).statusCode())
                .isEqualTo(200);
        assertThat(postCsv(MATRIX, shipped() + RULE + ",E0199,,," + DISTRICT + ",,for the test\n")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void goes_down_two_levels_is_handled_there_and_reworked_there_by_one_clock() {
        // Given
        FiledCaseStory story = FiledCaseStory.filed(probe, "E0199");
        UUID taskId = story.taskId();
        Instant due = Instant.parse(
                story.last(CaseEvents.TASK_DISPATCHED).get("dueAt").asText());
        district.act(taskId, "sign", Map.of()).then().statusCode(200);

        // When: the district passes it down, and the street does
        delegate(district, taskId, STREET)
                .then()
                .statusCode(200)
                .body("department", equalTo(STREET))
                .body("state", equalTo("DISPATCHED"))
                .body("signDueAt", nullValue())
                .body("moves", equalTo(0))
                .body("chain", contains(DISTRICT, STREET));
        street.act(taskId, "delegate", Map.of("unit", COMMUNITY, "opinion", "behind the market"))
                .then()
                .statusCode(200)
                .body("chain", contains(DISTRICT, STREET, COMMUNITY));

        // Then: the clock is that of the dispatch, and the events say it is no transfer
        var moved = story.last(CaseEvents.TASK_TRANSFERRED);
        soon(() -> assertThat(story.answerNames())
                .containsExactly("task.dispatched", "task.signed", "task.transferred", "task.transferred"));
        assertThat(story.last(CaseEvents.TASK_TRANSFERRED).get("chain")).hasSize(3);
        assertThat(Instant.parse(moved.get("dueAt").asText())).isEqualTo(due);
        assertThat(story.last(CaseEvents.TASK_TRANSFERRED).get("opinion").asText())
                .isEqualTo("behind the market");

        // Then: those above keep it on their desks, read it, and press the unit
        for (String above : List.of(DISTRICT, STREET)) {
            driver.get("/departments/{code}/tasks?part=SUPERVISING&caseId={id}", above, story.caseId())
                    .then()
                    .statusCode(200)
                    .body("items.taskId", contains(taskId.toString()))
                    .body("items[0].chain", contains(DISTRICT, STREET, COMMUNITY));
        }
        district.get("/tasks/{id}", taskId)
                .then()
                .statusCode(200)
                .body("dueAt", equalTo(due.toString()))
                .body("delegations.fromDepartment", contains(DISTRICT, STREET))
                .body("delegations.toDepartment", contains(STREET, COMMUNITY))
                .body("delegations.actor", contains("district", "street"))
                .body("delegations[1].opinion", equalTo("behind the market"));
        district.act(taskId, "urge", Map.of()).then().statusCode(200).body("urges", equalTo(1));
        street.act(taskId, "urge", Map.of()).then().statusCode(200).body("urges", equalTo(2));
        district.act(taskId, "sign", Map.of()).then().statusCode(403);
        district.get("/dispatch/explanations/{id}", story.caseId())
                .then()
                .statusCode(200)
                .body("department", equalTo(DISTRICT))
                .body("decisions.kind", contains("AUTOMATIC"))
                .body("delegations.toDepartment", contains(STREET, COMMUNITY));
        street.get("/dispatch/explanations/{id}", story.caseId()).then().statusCode(200);
        DeskApi.as("water")
                .get("/dispatch/explanations/{id}", story.caseId())
                .then()
                .statusCode(403);

        // When: the community hands it back, and the check fails
        driver.act(taskId, "sign", Map.of()).then().statusCode(200);
        driver.act(taskId, "report-handling", Map.of())
                .then()
                .statusCode(200)
                .body("state", equalTo("HANDED_BACK"))
                .body("department", equalTo(COMMUNITY));
        delegate(driver, taskId, COMMUNITY).then().statusCode(409);
        story.checkFailed();

        // Then
        soon(() -> driver.get("/tasks/{id}", taskId)
                .then()
                .body("state", equalTo("HANDLING"))
                .body("department", equalTo(COMMUNITY))
                .body("round", equalTo(2)));
    }

    @Test
    void comes_back_up_level_by_level_without_the_dispatcher() {
        // Given
        FiledCaseStory story = FiledCaseStory.filed(probe, "E0199");
        UUID taskId = story.taskId();
        delegate(district, taskId, STREET).then().statusCode(200);
        street.act(taskId, "transfer", Map.of("department", "gas-company"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:urbanops:problem:delegated"));
        street.act(taskId, "return", Map.of()).then().statusCode(400).body("errors[0].field", equalTo("opinion"));

        // When
        street.act(taskId, "return", Map.of("opinion", "not our road"))
                .then()
                .statusCode(200)
                .body("department", equalTo(DISTRICT))
                .body("state", equalTo("DISPATCHED"))
                .body("moves", equalTo(0))
                .body("chain", nullValue());

        // Then: the district has it again, the street sees it no more, and the district may try another unit
        soon(() ->
                assertThat(story.last(CaseEvents.TASK_TRANSFERRED).get("chain")).hasSize(1));
        street.get("/tasks/{id}", taskId).then().statusCode(403);
        district.get("/departments/{code}/tasks?part=SUPERVISING&caseId={id}", DISTRICT, story.caseId())
                .then()
                .body("items", hasSize(0));
        delegate(district, taskId, COMMUNITY).then().statusCode(200).body("chain", contains(DISTRICT, COMMUNITY));
        driver.act(taskId, "return", Map.of("opinion", "nor ours")).then().statusCode(200);

        // When: the top does not want it either
        district.act(taskId, "return", Map.of("opinion", "a municipal road"))
                .then()
                .statusCode(200)
                .body("state", equalTo("RETURN_REQUESTED"));
        delegate(district, taskId, STREET)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:urbanops:problem:not-delegable"));
        dispatcher.act(taskId, "approve", Map.of()).then().statusCode(200);

        // Then: one move, that of the district
        soon(() -> dispatcher
                .get("/dispatch/queue?limit=200")
                .then()
                .body("items.findAll { it.caseId == '" + story.caseId() + "' }.returnedBy", contains(DISTRICT)));
        driver.get("/tasks/{id}", taskId)
                .then()
                .body("delegations.toDepartment", contains(STREET, DISTRICT, COMMUNITY, DISTRICT));
    }

    @Test
    void only_the_units_own_staff_delegates_and_only_downwards() {
        // Given
        FiledCaseStory story = FiledCaseStory.filed(probe, "E0199");
        UUID taskId = story.taskId();
        String gone = "old-street-450202001";
        assertThat(put("/api/v1/units/" + gone, unit(DISTRICT, true)).statusCode())
                .isEqualTo(200);
        assertThat(put("/api/v1/units/" + gone, unit(DISTRICT, false)).statusCode())
                .isEqualTo(200);

        // Then: other people
        delegate(dispatcher, taskId, STREET).then().statusCode(403);
        delegate(DeskApi.as("crew"), taskId, STREET).then().statusCode(403);
        delegate(DeskApi.as("shift-leader"), taskId, STREET).then().statusCode(403);
        delegate(street, taskId, COMMUNITY).then().statusCode(403);
        delegate(DeskApi.as("water"), taskId, STREET).then().statusCode(403);

        // Then: other units
        for (String other : List.of("gas-company", DISTRICT, gone, "nobody")) {
            delegate(district, taskId, other).then().statusCode(422).body("errors[0].field", equalTo("unit"));
        }
        district.act(taskId, "delegate", Map.of()).then().statusCode(400).body("errors[0].field", equalTo("unit"));
        delegate(district, UUID.randomUUID(), STREET).then().statusCode(404);

        // Then: not while it is put off; and nothing of all that was told
        district.act(taskId, "sign", Map.of()).then().statusCode(200);
        district.act(
                        taskId,
                        "suspend",
                        Map.of("until", Instant.now().plus(Duration.ofDays(2)).toString()))
                .then()
                .statusCode(200);
        delegate(district, taskId, STREET).then().statusCode(409);
        driver.get("/tasks/{id}", taskId)
                .then()
                .body("department", equalTo(DISTRICT))
                .body("delegations", hasSize(0));
        soon(() -> assertThat(story.answerNames()).containsExactly("task.dispatched", "task.signed", "task.suspended"));
    }

    @Test
    void an_officer_does_not_delegate_and_work_leaves_the_site_for_the_desk() {
        // Given: the brigade works on site
        String north = "enforcement-north";
        assertThat(put("/api/v1/units/" + north, unit("urban-enforcement", true))
                        .statusCode())
                .isEqualTo(200);
        FiledCaseStory story = FiledCaseStory.filed(probe, "E0304");
        UUID taskId = story.taskId();

        // When
        delegate(DeskApi.as("officer"), taskId, north).then().statusCode(403);
        delegate(DeskApi.as("lead"), taskId, north).then().statusCode(200).body("workplace", equalTo("TASK_DESK"));

        // Then
        driver.act(taskId, "sign", Map.of("opinion", "we go")).then().statusCode(200);
        assertThat(story.last(CaseEvents.TASK_TRANSFERRED).get("workplace").asText())
                .isEqualTo("TASK_DESK");
        assertThat(story.last(CaseEvents.TASK_SIGNED).get("department").asText())
                .isEqualTo(north);
    }

    @Test
    void a_delegation_repeated_under_its_key_is_one() {
        // Given
        FiledCaseStory story = FiledCaseStory.filed(probe, "E0199");
        UUID taskId = story.taskId();
        String key = UUID.randomUUID().toString();
        Map<String, String> body = Map.of("unit", STREET);

        // When
        Response first = district.actWithKey(taskId, "delegate", key, body);
        Response again = district.actWithKey(taskId, "delegate", key, body);

        // Then
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        delegate(district, taskId, STREET).then().statusCode(403);
        soon(() -> assertThat(story.answerNames()).containsExactly("task.dispatched", "task.transferred"));
        driver.get("/tasks/{id}", taskId).then().body("delegations", hasSize(1));
    }

    @Test
    void what_a_dissolved_unit_had_goes_back_up() {
        // Given
        FiledCaseStory story = FiledCaseStory.filed(probe, "E0199");
        UUID taskId = story.taskId();
        delegate(district, taskId, COMMUNITY).then().statusCode(200);

        // When
        Response dissolved = put("/api/v1/units/" + COMMUNITY, unit(STREET, false));

        // Then
        assertThat(dissolved.statusCode()).as(dissolved.asString()).isEqualTo(200);
        assertThat(dissolved.<Integer>path("tasksReleased")).isEqualTo(1);
        district.get("/tasks/{id}", taskId)
                .then()
                .body("department", equalTo(DISTRICT))
                .body("state", equalTo("DISPATCHED"))
                .body("delegations[1].opinion", equalTo("The unit %s is dissolved.".formatted(COMMUNITY)));
    }

    @Test
    void a_lead_sees_the_tasks_of_units_below_and_nobody_else_does() {
        // Given
        FiledCaseStory story = FiledCaseStory.filed(probe, "E0199");
        UUID taskId = story.taskId();
        delegate(district, taskId, COMMUNITY).then().statusCode(200);
        FiledCaseStory own = FiledCaseStory.filed(probe, "E0199");
        own.taskId();

        // Then
        String path = "/departments/{code}/tasks?includeBelow=true&limit=200";
        for (DeskApi lead : List.of(district, dispatcher)) {
            lead.get(path, DISTRICT)
                    .then()
                    .statusCode(200)
                    .body("items.taskId", hasItem(taskId.toString()))
                    .body("items.taskId", hasItem(own.taskId().toString()));
        }
        district.get(path + "&caseId={id}&state=DISPATCHED", DISTRICT, story.caseId())
                .then()
                .body("items.taskId", contains(taskId.toString()));
        district.get("/departments/{code}/tasks?limit=200", DISTRICT)
                .then()
                .body("items.taskId", not(hasItem(taskId.toString())));
        Response page = district.get("/departments/{code}/tasks?includeBelow=true&limit=1", DISTRICT);
        assertThat(page.<List<String>>path("items.taskId"))
                .containsExactly(own.taskId().toString());
        district.get(
                        "/departments/{code}/tasks?includeBelow=true&limit=1&cursor={cursor}",
                        DISTRICT,
                        page.path("nextCursor"))
                .then()
                .body("items.taskId", contains(taskId.toString()));

        // Then: the street is no lead, and the district leads nobody else
        street.get(path, STREET).then().statusCode(403);
        street.get("/departments/{code}/tasks", STREET).then().statusCode(200);
        district.get(path, "district-450203").then().statusCode(403);
        district.get("/departments/{code}/tasks", COMMUNITY).then().statusCode(403);
        district.get("/departments/{code}/tasks?includeBelow=yes", DISTRICT)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("includeBelow"));
        district.get(path + "&part=SUPERVISING", DISTRICT).then().statusCode(400);
        street.get("/tasks/{id}", taskId).then().statusCode(403);
    }

    @Test
    void no_figure_and_no_label_takes_a_delegation_for_a_wrong_dispatch() throws Exception {
        // Given
        Instant before = Instant.now().minusSeconds(60);
        assertThat(postCsv(MATRIX, shipped() + "t911,E0199,,," + DISTRICT + ",,for the test\n")
                        .statusCode())
                .isEqualTo(201);
        FiledCaseStory story = FiledCaseStory.filed(probe, "E0199");
        UUID taskId = story.taskId();
        delegate(district, taskId, STREET).then().statusCode(200);
        street.act(taskId, "return", Map.of("opinion", "rather them")).then().statusCode(200);
        delegate(district, taskId, COMMUNITY).then().statusCode(200);
        driver.act(taskId, "sign", Map.of()).then().statusCode(200);
        driver.act(taskId, "report-handling", Map.of()).then().statusCode(200);
        story.closed();
        soon(() -> driver.get("/tasks/{id}", taskId).then().body("state", equalTo("CLOSED")));

        // When
        contexts.run(() -> transactions.write(session -> examples.gather(session, 1000)))
                .await()
                .atMost(Duration.ofSeconds(20));
        List<PastCases.RuleRecord> rules = contexts.run(
                        () -> transactions.read(session -> pastCases.records(session, before)))
                .await()
                .atMost(Duration.ofSeconds(20));

        // Then
        assertThat(Tables.texts("select unit || ' ' || first_unit from learning_example where case_id = '"
                        + story.caseId() + "'"))
                .containsExactly(DISTRICT + " " + DISTRICT);
        assertThat(rules).contains(new PastCases.RuleRecord("t911", 1, 0));
        dispatcher
                .get("/dispatch/figures?groupBy=decider")
                .then()
                .body("items.find { it.key == 't911' }.cases", equalTo(1))
                .body("items.find { it.key == 't911' }.firstDispatchAccuracy", equalTo(1.0f));
    }

    /** No closed task stays for others to learn from. */
    @AfterEach
    void forget() throws SQLException {
        Tables.change("delete from learning_example where unit = '" + DISTRICT + "'");
        Tables.change("delete from task where state = 'CLOSED' and delegated_by is not null");
    }

    @Test
    void an_arbiter_takes_it_out_of_the_line_which_then_watches_no_more() {
        // Given
        FiledCaseStory story = FiledCaseStory.filed(probe, "E0199");
        UUID taskId = story.taskId();
        delegate(district, taskId, STREET).then().statusCode(200);
        street.act(taskId, "delegate", Map.of("unit", COMMUNITY)).then().statusCode(200);

        // When
        DeskApi.as("shift-leader")
                .act(taskId, "arbitrate", Map.of("department", "gas-company", "opinion", "a gas pipe"))
                .then()
                .statusCode(200)
                .body("department", equalTo("gas-company"))
                .body("chain", nullValue());

        // Then: the district had it first and stays answerable for that; the street has nothing to do with it any more
        district.get("/tasks/{id}", taskId).then().body("parties.role", contains("FIRST_RECIPIENT"));
        street.get("/tasks/{id}", taskId).then().statusCode(403);
        assertThat(story.last(CaseEvents.TASK_TRANSFERRED).get("opinion").asText())
                .isEqualTo("a gas pipe");
        assertThat(story.last(CaseEvents.TASK_TRANSFERRED).has("chain")).isFalse();
    }

    private static Response delegate(DeskApi who, UUID taskId, String unit) {
        return who.act(taskId, "delegate", Map.of("unit", unit));
    }

    private static Map<String, Object> unit(String parent, boolean active) {
        return Map.of(
                "nameZh", "试验单位",
                "nameEn", "Test Unit",
                "kind", "STREET",
                "parentCode", parent,
                "workplace", "TASK_DESK",
                "areaCode", "450202001",
                "active", active);
    }
}
