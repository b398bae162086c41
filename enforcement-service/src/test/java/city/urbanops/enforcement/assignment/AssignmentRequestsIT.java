package city.urbanops.enforcement.assignment;

import static city.urbanops.enforcement.assignment.EnforcementSite.SITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.Workplace;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import city.urbanops.testkit.site.Site.Task;
import city.urbanops.testkit.site.SiteApi;
import city.urbanops.testkit.site.SiteStream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers may ask, and what they are told when they may not. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "enforcement"))
class AssignmentRequestsIT {

    private static final String FIVE = "\"s3:a\",\"s3:a\",\"s3:a\",\"s3:a\",\"s3:a\"";
    private static final String OTHER_UNIT = "county-enforcement";

    private SiteStream city;
    private SiteApi officer;

    @BeforeEach
    void connect() {
        city = new SiteStream(SITE);
        officer = SiteApi.of(SITE, Tokens.of("officer"));
    }

    @AfterEach
    void disconnect() {
        city.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null"})
    void needs_no_words_for_an_action(String body) {
        // Given
        var task = assignedTo(SITE.unit());

        // When
        var answer = officer.act(task.taskId(), "accept", body);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("state")).isEqualTo("ACCEPTED");
    }

    @Test
    void needs_no_body_for_an_action() {
        // Given
        var task = assignedTo(SITE.unit());

        // When
        var answer = officer.actWithoutBody(task.taskId(), "accept");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"opinoin\":\"done\"} | opinoin",
                "{\"opinion\":7} | opinion",
                "{\"media\":\"p1.jpg\"} | media",
                "{\"media\":[\"s3://p1.jpg\",\" \"]} | media[1]",
                "{\"media\":[\"p1.jpg\"]} | media[0]",
                "{\"media\":[null]} | media[0]",
                "{\"media\":[\"urn:urbanops:media:4711\"]} | media[0]",
                "{\"media\":[" + FIVE + "," + FIVE + "," + FIVE + "," + FIVE + ",\"s3:a\"]} | media",
                "{\"note\":\"a\\u0000b\"} | note",
                "[] | body",
                "{\"note\":  | body"
            })
    void names_the_field_that_is_wrong_and_stores_nothing(String body, String field) {
        // Given
        var task = assignedTo(SITE.unit());

        // When
        var answer = officer.act(task.taskId(), "accept", body);

        // Then
        assertProblem(answer, 400, "validation");
        assertThat(answer.jsonPath().getString("errors[0].field")).isEqualTo(field);
        assertThat(officer.one(task.taskId()).jsonPath().getString("state")).isEqualTo("ASSIGNED");
    }

    @Test
    void refuses_words_without_end() {
        // Given
        var task = assignedTo(SITE.unit());

        // When
        var answer = officer.act(task.taskId(), "accept", "{\"opinion\":\"" + "x".repeat(1_000_000) + "\"}");

        // Then
        assertProblem(answer, 400, "validation");
        assertThat(answer.jsonPath().getString("errors[0].field")).isEqualTo("opinion");
    }

    @Test
    void refuses_a_report_before_accept_and_names_accept() {
        // Given
        var task = assignedTo(SITE.unit());

        // When
        var answer = officer.act(task.taskId(), "report");

        // Then
        assertProblem(answer, 409, "not-accepted");
        assertThat(answer.jsonPath().getString("detail")).contains("accept it first");
    }

    @Test
    void knows_no_assignment_that_was_never_dispatched() {
        // Given
        var unknown = UUID.randomUUID();

        // When
        var answers = List.of(officer.one(unknown), officer.record(unknown), officer.act(unknown, "accept"));

        // Then
        assertThat(answers).allSatisfy(answer -> assertProblem(answer, 404, "not-found"));
    }

    @Test
    void keeps_another_units_assignments_from_the_officer() {
        // Given
        var theirs = assignedTo(OTHER_UNIT);
        var ours = assignedTo(SITE.unit());

        // When
        var answers = List.of(
                officer.one(theirs.taskId()), officer.record(theirs.taskId()), officer.act(theirs.taskId(), "accept"));
        var listed = officer.list(Map.of("limit", 200)).jsonPath().<String>getList("items.department");

        // Then
        assertThat(answers).allSatisfy(answer -> assertProblem(answer, 403, "forbidden"));
        assertThat(listed).isNotEmpty().containsOnly(SITE.unit());
        assertThat(officer.one(ours.taskId()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"water", "crew", "lead", "agent", "reviewer"})
    void lets_only_officers_act(String user) {
        // Given
        var task = assignedTo(SITE.unit());

        // When
        var answer = SiteApi.of(SITE, Tokens.of(user)).act(task.taskId(), "accept");

        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(officer.one(task.taskId()).jsonPath().getString("state")).isEqualTo("ASSIGNED");
    }

    @Test
    void lets_the_driver_act_for_any_unit_under_its_own_name() {
        // Given
        var theirs = assignedTo(OTHER_UNIT);

        // When
        var answer = SiteApi.of(SITE, Tokens.client("urbanops-driver")).act(theirs.taskId(), "accept");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        var published = city.awaitPublished(CaseEvents.ENFORCEMENT_ACCEPTED, theirs);
        assertThat(published.get(0).json().path("actor").asText()).isEqualTo("urbanops-driver");
    }

    @Test
    void refuses_missing_and_forged_tokens() {
        // Given
        var task = assignedTo(SITE.unit());

        // When
        var missing = SiteApi.nobody(SITE).act(task.taskId(), "accept");
        var forged = SiteApi.of(SITE, Tokens.forged()).act(task.taskId(), "accept");

        // Then
        assertThat(missing.statusCode()).isEqualTo(401);
        assertThat(forged.statusCode()).isEqualTo(401);
        assertThat(officer.one(task.taskId()).jsonPath().getString("state")).isEqualTo("ASSIGNED");
    }

    @Test
    void answers_a_repeated_key_as_before_and_acts_once() {
        // Given
        var task = assignedTo(SITE.unit());
        var key = UUID.randomUUID().toString();
        var first = officer.actOnce(task.taskId(), "accept", key, "{\"opinion\":\"on my way\"}");

        // When
        var again = officer.actOnce(task.taskId(), "accept", key, "{\"opinion\":\"on my way\"}");
        var other = officer.actOnce(task.taskId(), "accept", key, "{\"opinion\":\"something else\"}");

        // Then
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.jsonPath().<String, Object>getMap("$"))
                .isEqualTo(first.jsonPath().<String, Object>getMap("$"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.jsonPath().getString("errors[0].field")).isEqualTo("Idempotency-Key");
        assertThat(officer.record(task.taskId()).jsonPath().getList("$")).hasSize(1);
        officer.act(task.taskId(), "report");
        city.awaitPublished(CaseEvents.ENFORCEMENT_HANDLED, task);
        assertThat(city.published(CaseEvents.ENFORCEMENT_ACCEPTED, task)).hasSize(1);
    }

    @Test
    void pages_through_a_list_without_gaps() {
        // Given
        var caseId = UUID.randomUUID();
        var taskIds = new ArrayList<UUID>();
        for (int i = 0; i < 5; i++) {
            var task = SITE.task().of(caseId);
            taskIds.add(task.taskId());
            city.dispatch(task);
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> idsOf(officer.list(Map.of("caseId", caseId))).size() == 5);

        // When
        var first = officer.list(Map.of("caseId", caseId, "state", "ASSIGNED", "limit", 3));
        var second = officer.list(Map.of(
                "caseId",
                caseId,
                "state",
                "ASSIGNED",
                "limit",
                3,
                "cursor",
                first.jsonPath().getString("nextCursor")));

        // Then
        assertThat(idsOf(first)).hasSize(3);
        assertThat(idsOf(second)).hasSize(2).doesNotContainAnyElementsOf(idsOf(first));
        assertThat(taskIds.stream().map(UUID::toString))
                .containsAll(idsOf(first))
                .containsAll(idsOf(second));
        assertThat(second.jsonPath().<String>get("nextCursor")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "state, DONE",
        "state, assigned",
        "caseId, 42",
        "limit, 0",
        "limit, 201",
        "limit, many",
        "cursor, nonsense",
        "cursor, Z2FyYmFnZQ"
    })
    void names_the_parameter_that_is_wrong(String parameter, String value) {
        // When
        var answer = officer.list(Map.of(parameter, value));

        // Then
        assertProblem(answer, 400, "validation");
        assertThat(answer.jsonPath().getString("errors[0].field")).isEqualTo(parameter);
    }

    private Task assignedTo(String unit) {
        var task = SITE.task();
        city.dispatch(task, unit, Workplace.ENFORCEMENT);
        SiteApi.of(SITE, Tokens.of("admin")).awaitState(task.taskId(), "ASSIGNED");
        return task;
    }

    private static List<String> idsOf(Response list) {
        return list.jsonPath().getList("items.taskId");
    }

    private static void assertProblem(Response answer, int status, String name) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:urbanops:problem:" + name);
    }
}
