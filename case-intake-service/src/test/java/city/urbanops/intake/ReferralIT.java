package city.urbanops.intake;

import static city.urbanops.intake.Supervisors.act;
import static city.urbanops.intake.Supervisors.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import city.urbanops.contracts.Topics;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not ours is told where it belongs. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class ReferralIT {

    private final EventProbe events = new EventProbe();

    @BeforeEach
    void ready() {
        TestCity.makeReady(events);
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void an_agent_tells_at_once_where_a_matter_of_the_court_belongs() {
        var caseId = reported("HOTLINE_12345");

        act(caseId, "agent", "void", referred("LITIGATION", Map.of("to", "城中区人民法院，电话13877210009")))
                .statusCode(200)
                .body("phase", equalTo("VOID"))
                .body("referral.kind", equalTo("LITIGATION"), "referral.to", equalTo("城中区人民法院，电话[phone]"));

        get("shift-leader", "/api/v1/cases/" + caseId)
                .body("referral.kind", equalTo("LITIGATION"), "pendingRequest", nullValue());
        get("shift-leader", "/api/v1/cases/" + caseId + "/journal")
                .body("find { it.type == 'urbanops.case.voided.v1' }.details.referral.kind", equalTo("LITIGATION"));
        get("agent", "/api/v1/cases/answers?limit=200")
                .body("find { it.caseId == '" + caseId + "' }.closureKind", equalTo("VOID"))
                .body("find { it.caseId == '" + caseId + "' }.opinion", containsString("请向城中区人民法院"));
        get("agent", "/api/v1/cases?referral=LITIGATION&limit=200").body("items.caseId", hasItem(caseId.toString()));
        get("agent", "/api/v1/cases?referral=PETITION&limit=200").body("items.caseId", not(hasItem(caseId.toString())));
        await().untilAsserted(() -> {
            var voided = events.read(
                    Topics.CASE_EVENTS,
                    event -> caseId.toString().equals(event.key())
                            && event.type().equals("urbanops.case.voided.v1"));
            assertThat(voided).hasSize(1);
            assertThat(voided.get(0).json().at("/referral/kind").asText()).isEqualTo("LITIGATION");
            assertThat(voided.get(0).json().toString()).doesNotContain("13877210009");
        });
    }

    @Test
    void what_needs_approval_is_asked_for_and_granted_as_it_was_asked() {
        var caseId = reported("HOTLINE_12345");
        var body = referred("OTHER_JURISDICTION", Map.of("to", "邻市城管局"));

        act(caseId, "agent", "void", body).statusCode(403);
        act(caseId, "agent", "request-void", body)
                .statusCode(200)
                .body("phase", equalTo("REPORTED"), "pendingRequest", equalTo("VOID"))
                .body("referral.to", equalTo("邻市城管局"));
        get("agent", "/api/v1/cases?referral=OTHER_JURISDICTION&limit=200")
                .body("items.caseId", not(hasItem(caseId.toString())));
        act(caseId, "shift-leader", "void", Map.of("opinion", "同意"))
                .statusCode(200)
                .body("phase", equalTo("VOID"), "referral.kind", equalTo("OTHER_JURISDICTION"));

        get("agent", "/api/v1/cases?referral=OTHER_JURISDICTION&phase=VOID&limit=200")
                .body("items.caseId", hasItem(caseId.toString()));
        get("agent", "/api/v1/cases/answers?limit=200")
                .body("find { it.caseId == '" + caseId + "' }.opinion", containsString("邻市城管局"));
    }

    @Test
    void a_refused_request_leaves_nothing_of_its_referral() {
        var caseId = reported("HOTLINE_12345");
        act(caseId, "agent", "request-void", referred("OTHER_JURISDICTION", Map.of()))
                .statusCode(200);

        act(caseId, "shift-leader", "refuse-request", Map.of("opinion", "属本市管辖"))
                .statusCode(200)
                .body("referral", nullValue());
        act(caseId, "shift-leader", "void", Map.of("opinion", "现场没有"))
                .statusCode(200)
                .body("phase", equalTo("VOID"), "referral", nullValue());

        get("agent", "/api/v1/cases/answers?limit=200")
                .body("find { it.caseId == '" + caseId + "' }.opinion", equalTo("现场没有"));
    }

    @Test
    void a_repetition_without_new_facts_is_told_how_the_earlier_case_stands() {
        var earlier = reported("HOTLINE_12345");
        var caseId = reported("HOTLINE_12345");
        var number = get("agent", "/api/v1/cases/" + earlier).extract().<String>path("caseNumber");

        act(caseId, "shift-leader", "void", referred("REPEATED_NO_NEW_FACTS", Map.of("earlierCaseId", earlier)))
                .statusCode(200)
                .body("referral.earlierCaseId", equalTo(earlier.toString()));

        get("agent", "/api/v1/cases/answers?limit=200")
                .body("find { it.caseId == '" + caseId + "' }.opinion", containsString(number))
                .body("find { it.caseId == '" + caseId + "' }.opinion", containsString("已受理"));
    }

    @Test
    void only_the_leader_takes_back_what_was_filed() {
        var caseId = TestCity.report("P0101", "450202", "井盖 " + TestCity.word());

        act(caseId, "agent", "void", referred("LITIGATION", Map.of())).statusCode(403);
        act(caseId, "shift-leader", "void", referred("LITIGATION", Map.of()))
                .statusCode(200)
                .body("phase", equalTo("VOID"));
    }

    @ParameterizedTest(name = "{0} {1} by {2}: {3} {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "HOTLINE_12345 | {'kind':'NO_SUCH_KIND'} | shift-leader | 422 | referral.kind",
                "HOTLINE_12345 | {'kind':'litigation'} | shift-leader | 400 | referral.kind",
                "HOTLINE_12345 | {} | shift-leader | 400 | referral.kind",
                "HOTLINE_12345 | {'kind':'LITIGATION','to':'  '} | shift-leader | 400 | referral.to",
                "HOTLINE_12345 | {'kind':'LITIGATION','who':'me'} | shift-leader | 400 | referral.who",
                "HOTLINE_12345 | {'kind':'LITIGATION','earlierCaseId':'7'} | shift-leader | 400 | referral.earlierCaseId",
                "HOTLINE_12345 | 'LITIGATION' | shift-leader | 400 | body",
                "PETITION_CITY | {'kind':'PETITION'} | shift-leader | 422 | referral.kind",
                "PETITION_PROVINCE | {'kind':'PETITION'} | agent | 422 | referral.kind",
                "HOTLINE_12345 | {'kind':'WRONG_TRANSFER'} | shift-leader | 422 | referral.kind",
                "CITIZEN_APP | {'kind':'WRONG_TRANSFER'} | shift-leader | 422 | referral.kind",
                "HOTLINE_12345 | {'kind':'REPEATED_NO_NEW_FACTS'} | shift-leader | 422 | referral.earlierCaseId",
                "HOTLINE_12345 | {'kind':'REPEATED_NO_NEW_FACTS','earlierCaseId':'ITSELF'} | shift-leader | 422 | referral.earlierCaseId",
                "HOTLINE_12345 | {'kind':'REPEATED_NO_NEW_FACTS','earlierCaseId':'0195550a-0000-7000-8000-000000000001'} | shift-leader | 422 | referral.earlierCaseId",
                "HOTLINE_12345 | {'kind':'LITIGATION','earlierCaseId':'0195550a-0000-7000-8000-000000000001'} | shift-leader | 422 | referral.earlierCaseId",
            })
    void refuses_a_referral_by_field_and_voids_nothing(
            String channel, String referral, String user, int status, String field) {
        var caseId = reported(channel);
        var body = "{\"opinion\":\"why\",\"referral\":%s}"
                .formatted(referral.replace('\'', '"').replace("ITSELF", caseId.toString()));

        raw(caseId, user, "void", body).statusCode(status).body("errors[0].field", equalTo(field));

        get("shift-leader", "/api/v1/cases/" + caseId).body("phase", equalTo("REPORTED"), "referral", nullValue());
    }

    @Test
    void demands_an_opinion_and_the_role() {
        var caseId = reported("HOTLINE_12345");
        var wordless = Map.<String, Object>of("referral", Map.of("kind", "LITIGATION"));

        act(caseId, "agent", "void", wordless).statusCode(422).body("errors[0].field", equalTo("opinion"));
        act(caseId, "dispatcher", "void", referred("LITIGATION", Map.of())).statusCode(403);
        act(caseId, "water", "void", referred("LITIGATION", Map.of())).statusCode(403);
        act(caseId, "agent", "void", Map.of("opinion", "x")).statusCode(403);
        act(UUID.randomUUID(), "agent", "void", referred("LITIGATION", Map.of()))
                .statusCode(404);
        get("agent", "/api/v1/cases?referral=no").statusCode(400).body("errors[0].field", equalTo("referral"));
    }

    @Test
    void goes_through_referred_cases_page_by_page() {
        var first = reported("HOTLINE_12345");
        var second = reported("HOTLINE_12345");
        act(first, "agent", "void", referred("ARBITRATION", Map.of())).statusCode(200);
        act(second, "agent", "void", referred("ARBITRATION", Map.of())).statusCode(200);

        var page = get("agent", "/api/v1/cases?referral=ARBITRATION&limit=1")
                .statusCode(200)
                .body("items", hasSize(1), "items[0].caseId", equalTo(second.toString()))
                .body("nextCursor", notNullValue())
                .extract()
                .<String>path("nextCursor");

        get("agent", "/api/v1/cases?referral=ARBITRATION&limit=1&cursor=" + page)
                .body("items[0].caseId", equalTo(first.toString()));
    }

    @Test
    void a_city_puts_its_own_list_in_force_and_a_wrong_one_changes_nothing() {
        get("water", "/api/v1/referral-kinds").statusCode(200).body("kinds.code", hasItem("EMERGENCY"));
        var header =
                "code,title_zh,title_en,office,words_zh,words_en,approval,returns,names_earlier,only_from,not_from,source\n";
        var wrong = header + "COURT,法院,Court,法院,请向{whom}提出,Turn to {to},false,false,false,,,a law\n";
        var right = header + "COURT,法院,Court,法院,请向{to}提出,Turn to {to},false,false,false,,,a law\n";
        var name = "it-" + UUID.randomUUID();

        kinds("shift-leader", "?version=" + name, right).statusCode(403);
        kinds("admin", "?version=" + name, wrong).statusCode(422).body("errors[0].field", equalTo("line 2, words_zh"));
        kinds("admin", "?version=" + name + "&dryRun=true", right)
                .statusCode(200)
                .body("stored", equalTo(false), "kinds", equalTo(1));
        kinds("admin", "?version=default-city-1", right).statusCode(409);
        kinds("admin", "?version=" + name + "&effectiveAt=2020-01-01T00:00:00Z", right)
                .statusCode(422)
                .body("errors[0].field", equalTo("effectiveAt"));
        kinds("admin", "?version=" + name + "&effectiveAt=9999-12-31T23:00:00Z", right)
                .statusCode(400)
                .body("errors[0].field", equalTo("effectiveAt"));
        // later than any test: other tests of this module refer by the list that ships
        kinds("admin", "?version=" + name + "&effectiveAt=2099-01-01T00:00:00Z", right)
                .statusCode(201)
                .body("stored", equalTo(true));
        kinds("admin", "?version=" + name + "&effectiveAt=2099-01-01T00:00:00Z", right)
                .statusCode(409);

        get("agent", "/api/v1/referral-kinds/versions").body("version", hasItem(name));
        get("agent", "/api/v1/referral-kinds").body("version", not(equalTo(name)));
    }

    @Test
    void refers_by_the_citys_own_list_as_soon_as_it_is_in_force() throws IOException {
        var name = "it-" + UUID.randomUUID();
        var own = "IT_OWN,自定,Own,自定部门,请向{to}反映,Turn to {to},false,false,false,,CITIZEN_APP,a rule\n";

        kinds("admin", "?version=" + name, shipped() + own).statusCode(201);

        get("agent", "/api/v1/referral-kinds")
                .body("version", equalTo(name))
                .body("kinds.find { it.code == 'IT_OWN' }.notFrom", hasItem("CITIZEN_APP"));
        act(reported("HOTLINE_12345"), "agent", "void", referred("IT_OWN", Map.of()))
                .statusCode(200);
        act(reported("CITIZEN_APP"), "agent", "void", referred("IT_OWN", Map.of()))
                .statusCode(422);
    }

    private static String shipped() throws IOException {
        try (var csv = Objects.requireNonNull(ReferralIT.class.getResourceAsStream("/city/referrals.csv"))) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static UUID reported(String channel) {
        return TestCity.report(new HashMap<>(Map.of(
                "channel",
                channel,
                "text",
                "说不清楚的事 " + TestCity.word(),
                "areaCode",
                "450202",
                "reporter",
                Map.of("name", "覃先生", "phone", "13877210001"))));
    }

    private static Map<String, Object> referred(String kind, Map<String, Object> more) {
        var referral = new HashMap<String, Object>(more);
        referral.put("kind", kind);
        return Map.of("opinion", "不属于城市管理事项", "referral", referral);
    }

    private static ValidatableResponse raw(UUID caseId, String user, String action, String body) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .contentType("application/json")
                .body(body)
                .post("/api/v1/cases/" + caseId + "/actions/" + action)
                .then();
    }

    private static ValidatableResponse kinds(String user, String query, String csv) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post("/api/v1/referral-kinds/versions" + query)
                .then();
    }
}
