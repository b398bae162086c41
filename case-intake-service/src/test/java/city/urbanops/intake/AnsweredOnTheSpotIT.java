package city.urbanops.intake;

import static city.urbanops.intake.Supervisors.get;
import static city.urbanops.intake.Supervisors.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import city.urbanops.contracts.ContractJson;
import city.urbanops.contracts.Topics;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A consultation is answered as it comes in 直接答复, and nothing is left to be handled. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class AnsweredOnTheSpotIT {

    private static final String ASKED = """
            {"channel":"HOTLINE_12345","text":"夜间能不能施工？","classCode":"E0301",
             "location":{"lng":109.4203,"lat":24.3302},
             "reporter":{"name":"韦大姐","phone":"13977210000"},
             "orderType":"CONSULTATION","answer":{"text":"22点后不可以，韦大姐可再打13977210000"}}
            """;

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
    void is_closed_at_once_with_a_masked_answer_and_never_filed() throws Exception {
        var caseId = handIn("agent", ASKED)
                .statusCode(201)
                .body("phase", equalTo("CLOSED"), "duplicateOf", nullValue())
                .extract()
                .<String>path("caseId");

        get("agent", "/api/v1/cases/" + caseId)
                .body("closureKind", equalTo("SELF"), "filedAt", nullValue(), "department", nullValue())
                .body("details.orderType", equalTo("CONSULTATION"), "stageDueAt", nullValue());
        get("agent", "/api/v1/cases/" + caseId + "/journal").body("opinion", hasItem("22点后不可以，[name]可再打[phone]"));
        get("agent", "/api/v1/cases/answers?limit=200").body("caseId", not(hasItem(caseId)));
        await().untilAsserted(() -> {
            var told = topic.events.read(Topics.CASE_EVENTS, caseId);
            assertThat(told)
                    .extracting(EventProbe.Event::type)
                    .startsWith("urbanops.case.reported.v1", "urbanops.case.closed.v1")
                    .contains("urbanops.case.reply-noted.v1")
                    .doesNotContain("urbanops.case.filed.v1", "urbanops.case.linked.v1");
            assertThat(told.get(1).json().path("answeredOnTheSpot").asBoolean()).isTrue();
            assertThat(told.get(1).json().path("closureKind").asText()).isEqualTo("SELF");
            assertThat(told.get(1).json().toString()).doesNotContain("13977210000", "韦大姐");
        });
        assertThat(topic.count("select count(*) from journal where opinion like '%13977210000%'"))
                .isZero();
    }

    @Test
    void repeats_no_case_even_beside_one_of_its_class() throws Exception {
        var open = change("{\"orderType\":\"COMPLAINT\",\"answer\":null}");
        handIn("agent", open).statusCode(201);

        handIn("agent", ASKED).statusCode(201).body("phase", equalTo("CLOSED"), "duplicateOf", nullValue());
    }

    @Test
    void a_station_answers_what_it_took_in_and_no_other_channel() throws Exception {
        var station = change("{\"channel\":\"COMMUNITY_STATION\",\"details\":{\"collectorId\":\"7\"}}");

        var caseId = handIn("patrol", station).statusCode(201).extract().<String>path("caseId");

        get("agent", "/api/v1/cases/" + caseId)
                .body("details.orderType", equalTo("CONSULTATION"), "details.collectorId", equalTo("7"));
        handIn("patrol", ASKED).statusCode(403);
        given().auth()
                .oauth2(Tokens.client("city-system"))
                .contentType(ContentType.JSON)
                .body(ASKED)
                .post("/api/v1/reports")
                .then()
                .statusCode(403);
    }

    @Test
    void is_opened_again_like_any_other_when_the_answer_was_none() {
        var caseId = handIn("agent", ASKED).statusCode(201).extract().<String>path("caseId");

        Supervisors.act(UUID.fromString(caseId), "shift-leader", "reopen", java.util.Map.of("opinion", "确有夜间施工"))
                .statusCode(200)
                .body("phase", equalTo("FILED"));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'orderType':'COMPLAINT'} | 422 | orderType",
                "{'orderType':null} | 422 | orderType",
                "{'orderType':'RIDDLE'} | 400 | orderType",
                "{'details':{'orderType':'HELP'}} | 422 | orderType",
                "{'answer':{}} | 400 | answer.text",
                "{'answer':{'text':'   '}} | 400 | answer.text",
                "{'answer':'yes'} | 400 | answer",
                "{'answer':{'text':'x','by':'me'}} | 400 | answer.by",
                "{'channel':'CITIZEN_APP'} | 400 | orderType",
                "{'channel':'CITY_PATROL','orderType':null,'details':{'orderType':'CONSULTATION'}} | 400 | details.orderType",
                "{'text':' '} | 422 | text",
                "{'channel':'COMMUNITY_STATION','selfHandled':true} | 422 | answer",
                "{'duplicateOf':'0195550a-0000-7000-8000-000000000001'} | 422 | answer",
            })
    void refuses_what_an_answer_does_not_settle(String change, int status, String field) throws Exception {
        var before = topic.count("select count(*) from case_file");

        handIn("agent", change(change.replace('\'', '"'))).statusCode(status).body("errors[0].field", equalTo(field));

        assertThat(topic.count("select count(*) from case_file")).isEqualTo(before);
    }

    @Test
    void is_not_for_other_systems_on_the_topic() throws Exception {
        var sourceNo = UUID.randomUUID().toString();

        topic.submit(sourceNo, "{\"orderType\":\"CONSULTATION\",\"details\":null,\"answer\":{\"text\":\"yes\"}}");

        assertThat(topic.refusal(sourceNo).path("status").asInt()).isEqualTo(422);
        assertThat(topic.refusal(sourceNo).path("field").asText()).isEqualTo("answer");
    }

    @Test
    void an_order_type_at_the_top_is_kept_with_the_details() {
        var body = ASKED.replace("CONSULTATION", "COMPLAINT").replace(",\"answer\"", ",\"urgent\":false,\"answer\"");
        var caseId = post("agent", "/api/v1/reports", body.substring(0, body.indexOf(",\"urgent\"")) + "}")
                .statusCode(201)
                .extract()
                .<String>path("caseId");

        get("agent", "/api/v1/cases/" + caseId).body("details.orderType", equalTo("COMPLAINT"));
    }

    private static String change(String change) throws Exception {
        var body = (ObjectNode) ContractJson.mapper().readTree(ASKED);
        body.setAll((ObjectNode) ContractJson.mapper().readTree(change));
        return body.toString();
    }

    private static ValidatableResponse handIn(String user, String body) {
        return post(user, "/api/v1/reports", body);
    }
}
