package city.urbanops.intake;

import static city.urbanops.intake.Supervisors.act;
import static city.urbanops.intake.Supervisors.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrongly transferred work order goes back to where it came from, and may come again. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class ReportReturnsIT {

    private final SubmissionTopic topic = new SubmissionTopic();

    @BeforeEach
    void ready() {
        topic.awaitReady();
    }

    @AfterEach
    void close() {
        topic.close();
    }

    @Test
    void tells_the_system_what_went_back_when_why_and_to_whom() {
        var sourceNo = UUID.randomUUID().toString();
        var caseId = returned(sourceNo, "退回，经办电话13877210009");

        system("/api/v1/report-returns?channel=HOTLINE_12345&limit=200")
                .statusCode(200)
                .body("items.publisher", everyItem(equalTo("city-system")))
                .body("items[0].caseId", equalTo(caseId.toString()), "items[0].sourceNo", equalTo(sourceNo))
                .body("items[0].kind", equalTo("WRONG_TRANSFER"), "items[0].returnedBy", equalTo("shift-leader"))
                .body("items[0].opinion", equalTo("退回，经办电话[phone]"), "items[0].to", equalTo("市信访局"));
        get("agent", "/api/v1/report-returns?limit=200").body("items.sourceNo", hasItem(sourceNo));
        get("agent", "/api/v1/report-returns?channel=PETITION_CITY&limit=200")
                .body("items.sourceNo", not(hasItem(sourceNo)));
        get("agent", "/api/v1/report-returns?to=2026-01-01T00:00:00Z&limit=200")
                .body("items.sourceNo", not(hasItem(sourceNo)));
    }

    @Test
    void shows_a_system_nothing_of_another_and_a_unit_nothing_at_all() throws Exception {
        var sourceNo = UUID.randomUUID().toString();
        topic.submit(sourceNo, SubmissionTopic.GOOD);
        giveBack(UUID.fromString(topic.caseOf(sourceNo)), "退回").statusCode(200);

        get("agent", "/api/v1/report-returns?limit=200").body("items.sourceNo", hasItem(sourceNo));
        system("/api/v1/report-returns?limit=200").body("items.sourceNo", not(hasItem(sourceNo)));
        get("water", "/api/v1/report-returns").statusCode(403);
        get("patrol", "/api/v1/report-returns").statusCode(403);
        given().get("/api/v1/report-returns").then().statusCode(401);
    }

    @Test
    void does_not_answer_a_returned_number_as_if_it_were_taken() throws Exception {
        var sourceNo = UUID.randomUUID().toString();
        returned(sourceNo, "退回");

        handIn(sourceNo, Map.of()).statusCode(409).body("type", equalTo("urn:urbanops:problem:source-number-returned"));
        handIn(sourceNo, Map.of("text", "另一个"))
                .statusCode(409)
                .body("type", equalTo("urn:urbanops:problem:source-number-returned"));

        assertThat(topic.count("select count(*) from case_file where source_no = '" + sourceNo + "'"))
                .isOne();
    }

    @Test
    void takes_a_returned_report_again_under_a_new_number_once() throws Exception {
        var sourceNo = UUID.randomUUID().toString();
        var first = returned(sourceNo, "退回");

        var second = handIn(sourceNo + "-2", Map.of("resubmissionOf", sourceNo))
                .statusCode(201)
                .extract()
                .<String>path("caseId");
        handIn(sourceNo + "-2", Map.of("resubmissionOf", sourceNo))
                .statusCode(200)
                .body("caseId", equalTo(second));
        handIn(sourceNo + "-3", Map.of("resubmissionOf", sourceNo))
                .statusCode(409)
                .body("type", equalTo("urn:urbanops:problem:resubmitted-before"));

        get("agent", "/api/v1/cases/" + second)
                .body("resubmissionOf", equalTo(first.toString()), "phase", equalTo("REPORTED"));
        get("agent", "/api/v1/cases/" + second + "/journal")
                .body("[0].details.resubmissionOf", equalTo(first.toString()));
        system("/api/v1/report-returns?limit=200")
                .body("items.find { it.sourceNo == '" + sourceNo + "' }.resubmittedAs", equalTo(second));
        assertThat(topic.count("select count(*) from case_file where source_no like '" + sourceNo + "%'"))
                .isEqualTo(2);
    }

    @Test
    void takes_it_again_through_the_topic_and_refuses_the_old_number_there() throws Exception {
        var sourceNo = UUID.randomUUID().toString();
        topic.submit(sourceNo, SubmissionTopic.GOOD);
        var first = topic.caseOf(sourceNo);
        giveBack(UUID.fromString(first), "退回").statusCode(200);

        topic.submit(sourceNo, SubmissionTopic.GOOD);
        topic.submit(sourceNo + "-2", "{\"resubmissionOf\":\"" + sourceNo + "\"}");

        assertThat(topic.refusal(sourceNo).path("status").asInt()).isEqualTo(409);
        assertThat(topic.refusal(sourceNo).path("reason").asText()).contains("resubmissionOf");
        get("agent", "/api/v1/cases/" + topic.caseOf(sourceNo + "-2")).body("resubmissionOf", equalTo(first));
    }

    @ParameterizedTest(name = "{0} under {1}: {2}")
    @CsvSource({
        "never-handed-in, new, resubmissionOf",
        "not-returned, new, resubmissionOf",
        "other-channel, new, resubmissionOf",
        "returned, , sourceNo",
    })
    void refuses_what_is_no_resubmission(String of, String number, String field) throws Exception {
        var sourceNo = UUID.randomUUID().toString();
        var more = new HashMap<String, Object>(Map.of("resubmissionOf", sourceNo));
        switch (of) {
            case "not-returned" -> handIn(sourceNo, Map.of()).statusCode(201);
            case "other-channel" -> {
                returned(sourceNo, "退回");
                more.put("channel", "PETITION_CITY");
            }
            case "returned" -> returned(sourceNo, "退回");
            default -> assertThat(of).isEqualTo("never-handed-in");
        }
        var before = topic.count("select count(*) from source_number");

        handIn(number == null ? null : sourceNo + number, more).statusCode(422).body("errors[0].field", equalTo(field));

        assertThat(topic.count("select count(*) from source_number")).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "channel,PIGEON",
        "from,yesterday",
        "to,now",
        "from,+999999999-01-01T00:00:00Z",
        "limit,0",
        "cursor,YWJj",
        "cursor,YR9i",
        "cursor,MjAyNh8x"
    })
    void names_a_wrong_query_parameter(String name, String value) {
        get("agent", "/api/v1/report-returns?" + name + "=" + value)
                .statusCode(400)
                .body("errors[0].field", equalTo(name));
    }

    @Test
    void goes_through_returns_page_by_page() {
        var first = returned(UUID.randomUUID().toString(), "一");
        var second = returned(UUID.randomUUID().toString(), "二");

        var cursor = system("/api/v1/report-returns?limit=1")
                .body("items[0].caseId", equalTo(second.toString()))
                .extract()
                .<String>path("nextCursor");

        system("/api/v1/report-returns?limit=1&cursor=" + cursor).body("items[0].caseId", equalTo(first.toString()));
    }

    @Test
    void an_agent_asks_and_the_leader_gives_back() {
        var sourceNo = UUID.randomUUID().toString();
        var caseId = handIn(sourceNo, Map.of()).statusCode(201).extract().<String>path("caseId");
        var body = Map.<String, Object>of("opinion", "非本部门", "referral", Map.of("kind", "WRONG_TRANSFER"));

        act(UUID.fromString(caseId), "agent", "void", body).statusCode(403);
        act(UUID.fromString(caseId), "agent", "request-void", body).statusCode(200);
        system("/api/v1/report-returns?limit=200").body("items.sourceNo", not(hasItem(sourceNo)));
        act(UUID.fromString(caseId), "shift-leader", "void", Map.of("opinion", "同意"))
                .statusCode(200);

        system("/api/v1/report-returns?limit=200")
                .body("items.find { it.sourceNo == '" + sourceNo + "' }.opinion", equalTo("同意"))
                .body("items.find { it.sourceNo == '" + sourceNo + "' }.to", nullValue());
    }

    private static UUID returned(String sourceNo, String opinion) {
        var caseId = UUID.fromString(
                handIn(sourceNo, Map.of()).statusCode(201).extract().path("caseId"));
        giveBack(caseId, opinion).statusCode(200).body("phase", equalTo("VOID"));
        return caseId;
    }

    private static ValidatableResponse giveBack(UUID caseId, String opinion) {
        return act(
                caseId,
                "shift-leader",
                "void",
                Map.of("opinion", opinion, "referral", Map.of("kind", "WRONG_TRANSFER", "to", "市信访局")));
    }

    private static ValidatableResponse handIn(String sourceNo, Map<String, Object> more) {
        var body =
                new HashMap<String, Object>(Map.of("channel", "HOTLINE_12345", "text", "说不清楚的事", "areaCode", "450202"));
        body.putAll(more);
        if (sourceNo != null) {
            body.put("sourceNo", sourceNo);
        }
        return given().auth()
                .oauth2(Tokens.client("city-system"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/reports")
                .then();
    }

    private static ValidatableResponse system(String path) {
        return given().auth()
                .oauth2(Tokens.client("city-system"))
                .get(path)
                .then()
                .statusCode(200);
    }
}
