package city.urbanops.testkit.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.urbanops.testkit.Tokens;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers may ask, and what they are told when they may not. */
public abstract class SiteRequests extends SiteTest {

    private static final String FIVE = "\"s3:a\",\"s3:a\",\"s3:a\",\"s3:a\",\"s3:a\"";

    /** The tests of that unit's service. */
    protected SiteRequests(Site site) {
        super(site);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null"})
    void needs_no_words_for_an_action(String body) {
        // Given
        var task = given();

        // When
        var answer = people.act(task.taskId(), site.first().action(), body);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("state")).isEqualTo(site.first().state());
    }

    @Test
    void needs_no_body_for_an_action() {
        // Given
        var task = given();

        // When
        var answer = people.actWithoutBody(task.taskId(), site.first().action());

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
        var task = given();

        // When
        var answer = people.act(task.taskId(), site.first().action(), body);

        // Then
        assertProblem(answer, 400, "validation");
        assertThat(answer.jsonPath().getString("errors[0].field")).isEqualTo(field);
        assertThat(people.one(task.taskId()).jsonPath().getString("state")).isEqualTo(site.given());
    }

    @Test
    void refuses_words_without_end() {
        // Given
        var task = given();

        // When
        var answer =
                people.act(task.taskId(), site.first().action(), "{\"opinion\":\"" + "x".repeat(1_000_000) + "\"}");

        // Then
        assertProblem(answer, 400, "validation");
        assertThat(answer.jsonPath().getString("errors[0].field")).isEqualTo("opinion");
    }

    @Test
    void refuses_the_last_step_before_the_first_and_names_it() {
        // Given
        var task = given();

        // When
        var answer = people.act(task.taskId(), site.last().action());

        // Then
        assertProblem(answer, 409, "not-" + site.first().state().toLowerCase(Locale.ROOT));
        assertThat(answer.jsonPath().getString("detail")).contains(site.first().action() + " it first");
    }

    @Test
    void knows_nothing_that_was_never_dispatched() {
        // Given
        var unknown = UUID.randomUUID();

        // When
        var answers = List.of(
                people.one(unknown),
                people.record(unknown),
                people.act(unknown, site.first().action()));

        // Then
        assertThat(answers).allSatisfy(answer -> assertProblem(answer, 404, "not-found"));
    }

    @Test
    void keeps_another_units_work_from_the_people() {
        // Given
        var theirs = givenTo(site.otherUnit());
        var ours = given();

        // When
        var answers = List.of(
                people.one(theirs.taskId()),
                people.record(theirs.taskId()),
                people.act(theirs.taskId(), site.first().action()));
        var listed = people.list(Map.of("limit", 200)).jsonPath().<String>getList("items.department");

        // Then
        assertThat(answers).allSatisfy(answer -> assertProblem(answer, 403, "forbidden"));
        assertThat(listed).isNotEmpty().containsOnly(site.unit());
        assertThat(people.one(ours.taskId()).statusCode()).isEqualTo(200);
    }

    @Test
    void lets_the_driver_act_for_any_unit_under_its_own_name() {
        // Given
        var theirs = givenTo(site.otherUnit());

        // When
        var answer = SiteApi.of(site, Tokens.client("urbanops-driver"))
                .act(theirs.taskId(), site.first().action());

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        var published = city.awaitPublished(site.first().event(), theirs);
        assertThat(published.get(0).json().path("actor").asText()).isEqualTo("urbanops-driver");
    }

    @Test
    void refuses_missing_and_forged_tokens() {
        // Given
        var task = given();

        // When
        var missing = SiteApi.nobody(site).act(task.taskId(), site.first().action());
        var forged = SiteApi.of(site, Tokens.forged())
                .act(task.taskId(), site.first().action());

        // Then
        assertThat(missing.statusCode()).isEqualTo(401);
        assertThat(forged.statusCode()).isEqualTo(401);
        assertThat(people.one(task.taskId()).jsonPath().getString("state")).isEqualTo(site.given());
    }

    @Test
    void answers_a_repeated_key_as_before_and_acts_once() {
        // Given
        var task = given();
        var key = UUID.randomUUID().toString();
        var first = people.actOnce(task.taskId(), site.first().action(), key, "{\"opinion\":\"on my way\"}");

        // When
        var again = people.actOnce(task.taskId(), site.first().action(), key, "{\"opinion\":\"on my way\"}");
        var other = people.actOnce(task.taskId(), site.first().action(), key, "{\"opinion\":\"something else\"}");

        // Then
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.jsonPath().<String, Object>getMap("$"))
                .isEqualTo(first.jsonPath().<String, Object>getMap("$"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.jsonPath().getString("errors[0].field")).isEqualTo("Idempotency-Key");
        assertThat(people.record(task.taskId()).jsonPath().getList("$")).hasSize(1);
        people.act(task.taskId(), site.last().action());
        city.awaitPublished(site.last().event(), task);
        assertThat(city.published(site.first().event(), task)).hasSize(1);
    }

    @Test
    void pages_through_a_list_without_gaps() {
        // Given
        var caseId = UUID.randomUUID();
        var taskIds = new ArrayList<UUID>();
        for (int i = 0; i < 5; i++) {
            var task = site.task().of(caseId);
            taskIds.add(task.taskId());
            city.dispatch(task);
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> idsOf(people.list(Map.of("caseId", caseId))).size() == 5);

        // When
        var first = people.list(Map.of("caseId", caseId, "state", site.given(), "limit", 3));
        var second = people.list(Map.of(
                "caseId",
                caseId,
                "state",
                site.given(),
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
        "state, closed",
        "caseId, 42",
        "limit, 0",
        "limit, 201",
        "limit, many",
        "cursor, nonsense",
        "cursor, Z2FyYmFnZQ"
    })
    void names_the_parameter_that_is_wrong(String parameter, String value) {
        // When
        var answer = people.list(Map.of(parameter, value));

        // Then
        assertProblem(answer, 400, "validation");
        assertThat(answer.jsonPath().getString("errors[0].field")).isEqualTo(parameter);
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
