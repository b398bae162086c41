package city.urbanops.dispatch;

import static city.urbanops.dispatch.FiledCaseStory.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import city.urbanops.dispatch.learning.application.CurrentModels;
import city.urbanops.dispatch.learning.domain.Target;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A city whose dispatch has learned nothing yet, and what it takes to teach it: history, and a training. */
abstract class LearningCity {

    static final String LAMP = "X7101";
    static final String EITHER = "X7105";
    static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    static final List<String> CLASSES = List.of(LAMP, "X7102", "X7103", "X7104");
    static final List<String> UNITS = List.of("lighting-centre", "sanitation", "urban-enforcement", "water-company");
    static final List<String> TEXTS = List.of(
            "the street lamp is dark at number ",
            "litter lies around the bins near house ",
            "dust blows from the site beside gate ",
            "a manhole cover is broken before shop ");
    static final int HISTORY = 400;

    @Inject
    CurrentModels models;

    final Random random = new Random(11);
    EventProbe probe;
    LearningStory story;
    DeskApi dispatcher;
    DeskApi driver;

    @BeforeEach
    void start() throws SQLException {
        probe = new EventProbe();
        story = new LearningStory(probe);
        dispatcher = DeskApi.as("dispatcher");
        driver = DeskApi.asClient("urbanops-driver");
        forget();
        soon(() -> assertThat(Arrays.stream(Target.values()).flatMap(target -> models.of(target).stream()))
                .isEmpty());
    }

    @AfterEach
    void stop() throws SQLException {
        forget();
        probe.close();
    }

    private static void forget() throws SQLException {
        Tables.change("delete from learned_model");
        Tables.change("delete from learning_example");
        Tables.change("delete from training_run");
    }

    void history(Instant from, int cases) {
        for (int i = 0; i < cases; i++) {
            usual(i, from.plus(Duration.ofHours(6L * i)));
        }
        soon(() -> assertThat(examples()).isEqualTo(cases));
    }

    /** Four of five cases follow their class, the fifth goes to either of two units. */
    void usual(int i, Instant at) {
        if (i % 5 == 4) {
            story.imported(
                    EITHER,
                    random.nextBoolean() ? "gas-company" : "power-company",
                    "a pipe or a cable at " + random.nextInt(50),
                    at);
            return;
        }
        int kind = random.nextInt(4);
        story.imported(CLASSES.get(kind), UNITS.get(kind), TEXTS.get(kind) + random.nextInt(50), at);
    }

    float figure(String groupBy, String key, String name) {
        return dispatcher
                .get("/dispatch/figures?groupBy=" + groupBy)
                .jsonPath()
                .getFloat("items.find { it.key == '" + key + "' }." + name);
    }

    /** How many were imported; a training gathers, besides, what other tests have closed. */
    static int examples() throws SQLException {
        return Integer.parseInt(Tables.texts("select count(*) from learning_example where source = 'IMPORT'")
                .get(0));
    }

    void trained() throws SQLException {
        train("DONE");
        soon(() -> admin("GET", "/dispatch/models")
                .then()
                .body("items.findAll { it.loaded }.target", hasSize(2))
                .body("items.findAll { it.loaded }.figures.top1", org.hamcrest.Matchers.everyItem(greaterThan(0.7f))));
    }

    void train(String state) {
        String run = admin("POST", "/dispatch/models")
                .then()
                .statusCode(202)
                .extract()
                .path("runId");
        soon(() -> admin("GET", "/dispatch/models/trainings/" + run).then().body("state", equalTo(state)));
    }

    Map<String, ?> waiting(UUID caseId) {
        String find = "items.find { it.caseId == '" + caseId + "' }";
        soon(() -> assertThat(dispatcher.get("/dispatch/queue?limit=200").<Object>path(find))
                .isNotNull());
        return dispatcher.get("/dispatch/queue?limit=200").path(find);
    }

    static Response admin(String method, String path) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of("admin"))
                .contentType(ContentType.JSON)
                .urlEncodingEnabled(false)
                .request(method, "/api/v1" + path);
    }
}
