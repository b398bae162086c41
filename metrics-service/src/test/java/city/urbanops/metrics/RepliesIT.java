package city.urbanops.metrics;

import static city.urbanops.metrics.RatesApi.soon;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import city.urbanops.contracts.cases.ReplyStep;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Replies to reporters from events on Kafka to rates over HTTP, and from each rate to its cases and back. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "metrics"))
class RepliesIT {

    private static final Instant START = Instant.parse("2006-03-02T01:00:00Z");
    private static final Instant DUE = START.plus(Duration.ofHours(12));
    private static final String PERIOD = "from=2006-01-01&to=2007-01-01";
    private static final String GRID = "450202001001001";

    private final EventProbe probe = new EventProbe();

    @AfterEach
    void disconnect() throws SQLException {
        probe.close();
        Books.assertRollupsAreTheSumOfTheFacts();
    }

    @Test
    void rates_of_replies_lead_to_their_cases_and_back() {
        // Given: nothing before its report has come, whatever is known of its reply
        get("metrics/indicators/reply-rate?groupBy=channel&" + PERIOD).body("items.size()", equalTo(0));

        // When: kept (and redelivered); late; linked and kept; never replied to; anonymous; promised and in time
        var kept = filed().reply(ReplyStep.PROMISED, DUE)
                .reply(ReplyStep.CONTACTED, DUE)
                .redelivered()
                .closed()
                .reply(ReplyStep.REPLIED, DUE)
                .redelivered();
        var late = filed().reply(ReplyStep.PROMISED, DUE.minus(Duration.ofHours(8)))
                .reply(ReplyStep.REPLY_OVERDUE, DUE.minus(Duration.ofHours(8)))
                .closed()
                .reply(ReplyStep.CONTACTED, DUE.minus(Duration.ofHours(8)))
                .reply(ReplyStep.REPLIED, DUE.minus(Duration.ofHours(8)));
        var linked = CaseStory.reported(probe, START, "E0304", GRID)
                .linkedTo(kept.caseId())
                .reply(ReplyStep.CONTACTED, DUE)
                .reply(ReplyStep.REPLIED, DUE);
        var never = filed().reply(ReplyStep.PROMISED, DUE)
                .reply(ReplyStep.CONTACT_OVERDUE, DUE)
                .reply(ReplyStep.REPLY_OVERDUE, DUE);
        var anonymous = filed().closed();
        var waiting = filed().reply(ReplyStep.PROMISED, DUE);

        // Then
        soon(() -> rate("reception-rate", 2, 4, 0.5f));
        soon(() -> rate("reply-rate", 3, 4, 0.75f));
        rate("reply-in-time-rate", 2, 4, 0.5f);
        rate("reply-rate", "promised", 3, 5, 0.6f);
        cases("reply-in-time-rate", "part", kept, linked);
        cases("reply-in-time-rate", "missing", late, never);
        cases("reply-rate", "missing", never);
        get("metrics/cases/" + linked.caseId() + "/figures")
                .body("counted.sets", hasItems("replied-in-time", "contacted-in-time", "linked"));
        get("metrics/cases/" + late.caseId() + "/figures")
                .body("counted.sets", hasItem("replied"))
                .body("counted.sets", not(hasItem("replied-in-time")));
        get("metrics/cases/" + waiting.caseId() + "/figures")
                .body("counted.sets", hasItem("reply-promised"))
                .body("counted.sets", not(hasItem("reply-due")));
        get("metrics/cases/" + anonymous.caseId() + "/figures").body("counted.sets", not(hasItem("reply-promised")));
    }

    private CaseStory filed() {
        return CaseStory.filed(probe, START, "E0304", GRID);
    }

    private static void rate(String indicator, int part, int base, float value) {
        rate(indicator, "standard", part, base, value);
    }

    private static void rate(String indicator, String variant, int part, int base, float value) {
        get("metrics/indicators/" + indicator + "?groupBy=channel&variant=" + variant + "&" + PERIOD)
                .body("items[0].part", equalTo(part))
                .body("items[0].base", equalTo(base))
                .body("items[0].value", equalTo(value));
    }

    private static void cases(String indicator, String side, CaseStory... expected) {
        var ids =
                Arrays.stream(expected).map(story -> story.caseId().toString()).toArray(String[]::new);
        get("metrics/indicators/" + indicator + "/cases?side=" + side + "&" + PERIOD)
                .body("items.caseId", containsInAnyOrder(ids));
    }

    private static ValidatableResponse get(String path) {
        return given().auth()
                .oauth2(Tokens.of("assessor"))
                .get("/api/v1/" + path)
                .then()
                .statusCode(200);
    }
}
