package city.urbanops.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import city.urbanops.contracts.ContractJson;
import city.urbanops.contracts.Topics;
import city.urbanops.contracts.submissions.SubmissionEvents;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class SubmissionsIT {

    private static final String PHONE = "13987654321";
    private static final String GOOD = """
            {"channel":"HOTLINE_12345","text":"井盖坏了","classCode":"P0101","areaCode":"450202",
             "reporter":{"name":"欧阳小明"},"details":{"orderType":"COMPLAINT","callerPhone":"13987654321","wantsReply":true}}
            """;

    @Inject
    AgroalDataSource database;

    private EventProbe events;

    @BeforeEach
    void ready() {
        events = new EventProbe();
        TestCity.makeReady(events);
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void takes_a_submission_once_with_its_details_and_hides_the_caller() throws Exception {
        var sourceNo = UUID.randomUUID().toString();

        submit(sourceNo, GOOD);
        submit(sourceNo, GOOD);

        var caseId = caseOf(sourceNo);
        given().auth()
                .oauth2(Tokens.of("dispatcher"))
                .get("/api/v1/cases/{id}", caseId)
                .then()
                .statusCode(200)
                .body("sourceNo", equalTo(sourceNo), "reporter.phone", equalTo("****4321"))
                .body("details.orderType", equalTo("COMPLAINT"), "details.callerPhone", nullValue());
        // Another report under the number, on the same partition: once it is refused, the repetition has been read too.
        publish(sourceNo, merged(sourceNo, "{\"text\":\"another\"}").getBytes(StandardCharsets.UTF_8));
        refusal(sourceNo);
        assertThat(events.read(Topics.REPORT_SUBMISSIONS.deadLetters(), key(sourceNo)))
                .hasSize(1);
        assertThat(count("select count(*) from case_file where source_no = '" + sourceNo + "'"))
                .isOne();
        assertThat(count("select count(*) from report_details where details::text like '%" + PHONE + "%'"))
                .isZero();
    }

    @Test
    void knows_a_repetition_whose_details_come_in_another_order() throws Exception {
        var sourceNo = UUID.randomUUID().toString();
        submit(sourceNo, GOOD);
        caseOf(sourceNo);

        submit(sourceNo, """
                {"details":{"wantsReply":true,"callerPhone":"13987654321","orderType":"COMPLAINT"}}
                """);
        publish(sourceNo, merged(sourceNo, "{\"text\":\"another\"}").getBytes(StandardCharsets.UTF_8));

        // The repetition went before on the same partition: had it been refused, it would stand here too.
        refusal(sourceNo);
        assertThat(events.read(Topics.REPORT_SUBMISSIONS.deadLetters(), key(sourceNo)))
                .hasSize(1);
        assertThat(count("select count(*) from case_file where source_no = '" + sourceNo + "'"))
                .isOne();
    }

    @Test
    void refuses_a_key_that_no_index_can_hold_and_goes_on() throws Exception {
        var sourceNo = UUID.randomUUID().toString();
        var random = new Random(7);
        var tail = random.ints(20_000, 'a', 'z').mapToObj(Character::toString).collect(Collectors.joining());
        var key = key(sourceNo) + "/" + tail;

        events.publish(
                Topics.REPORT_SUBMISSIONS, key, merged(sourceNo, "{}").getBytes(StandardCharsets.UTF_8), headers());
        events.publish(
                Topics.REPORT_SUBMISSIONS, key, merged(sourceNo, "{}").getBytes(StandardCharsets.UTF_8), Map.of());

        assertThat(refusal(sourceNo + "/"
                                + tail.substring(0, 200 - key(sourceNo).length() - 1))
                        .path("field")
                        .asText())
                .isEqualTo("key");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(count("select count(*) from parked_event where key like '"
                                + key(sourceNo) + "/%' and reason like '%ce_type%'"))
                        .isOne());
        submit(sourceNo, GOOD);
        caseOf(sourceNo);
    }

    @ParameterizedTest(name = "{0} names {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | body",
                "[] | body",
                "{\"channel\":\"OPEN311\",\"channel\":\"OPEN311\"} | body",
                "+{\"colour\":\"red\"} | colour",
                "+{\"13987654321\":\"x\"} | body",
                "+{\"channel\":\"TELEPATHY\"} | channel",
                "+{\"channel\":null} | channel",
                "+{\"text\":null} | text",
                "+{\"text\":12} | text",
                "+{\"text\":\"x\\u0000y\"} | text",
                "+{\"urgent\":\"yes\"} | urgent",
                "+{\"location\":{\"lng\":999,\"lat\":24.3}} | location.lng",
                "+{\"location\":{\"lng\":\"109.4\",\"lat\":24.3}} | location.lng",
                "+{\"location\":{\"lng\":0,\"lat\":0}} | location",
                "+{\"areaCode\":\"999999\"} | areaCode",
                "+{\"classCode\":\"E9999\"} | classCode",
                "+{\"conditionCode\":\"99\"} | conditionCode",
                "+{\"occurredAt\":\"2099-01-01T00:00:00Z\"} | occurredAt",
                "+{\"occurredAt\":\"yesterday\"} | occurredAt",
                "+{\"reporter\":{\"phone\":\"call me\"}} | reporter.phone",
                "+{\"publisher\":null} | publisher",
                "+{\"publisher\":\"SHOUTING\"} | publisher",
                "+{\"publisher\":\"another-system\"} | key",
                "+{\"sourceNo\":null} | sourceNo",
                "+{\"details\":[]} | details",
                "+{\"details\":{\"cameraId\":\"7\"}} | details.cameraId",
                "+{\"details\":{\"orderType\":\"GOSSIP\"}} | details.orderType",
                "+{\"details\":{\"callerPhone\":\"call me\"}} | details.callerPhone",
                "+{\"channel\":\"OPEN311\"} | details",
                "+{\"selfHandled\":true} | selfHandled",
                "+{\"duplicateOf\":\"00000000-0000-0000-0000-000000000001\"} | duplicateOf",
            })
    void refuses_broken_submissions_by_field_stores_nothing_and_goes_on(String change, String field) throws Exception {
        var sourceNo = UUID.randomUUID().toString();
        var body = change.startsWith("+") ? merged(sourceNo, change.substring(1)) : change;

        publish(sourceNo, body.getBytes(StandardCharsets.UTF_8));

        assertThat(refusal(sourceNo).path("field").asText()).isEqualTo(field);
        assertThat(refusal(sourceNo).toString()).doesNotContain(PHONE).doesNotContain("欧阳小明");
        assertThat(count("select count(*) from case_file where source_no = '" + sourceNo + "'"))
                .isZero();
        assertThat(count("select count(*) from parked_event where key like '%" + sourceNo + "'"))
                .isZero();

        submit(sourceNo, GOOD);
        caseOf(sourceNo);
    }

    @Test
    void refuses_bytes_that_are_no_text() {
        var sourceNo = UUID.randomUUID().toString();

        publish(sourceNo, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        assertThat(refusal(sourceNo).path("field").asText()).isEqualTo("body");
    }

    @Test
    void refuses_another_report_under_a_used_number() throws Exception {
        var sourceNo = UUID.randomUUID().toString();
        submit(sourceNo, GOOD);
        caseOf(sourceNo);

        publish(sourceNo, merged(sourceNo, "{\"text\":\"another\"}").getBytes(StandardCharsets.UTF_8));

        assertThat(refusal(sourceNo).path("field").asText()).isEqualTo("sourceNo");
        assertThat(refusal(sourceNo).path("status").asInt()).isEqualTo(409);
    }

    @Test
    void parks_a_submission_without_a_type_sealed() throws Exception {
        var sourceNo = UUID.randomUUID().toString();

        events.publish(
                Topics.REPORT_SUBMISSIONS,
                key(sourceNo),
                merged(sourceNo, "{}").getBytes(StandardCharsets.UTF_8),
                Map.of("ce_id", UUID.randomUUID().toString()));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        count("select count(*) from parked_event where key = '" + key(sourceNo) + "'"))
                .isOne());
        assertThat(count("select count(*) from parked_event where position('" + PHONE + "'::bytea in payload) > 0"))
                .isZero();
    }

    @ParameterizedTest(name = "{0} with {1} names {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "CITIZEN_APP | {\"rating\":6} | details.rating",
                "CITIZEN_APP | {\"orderType\":\"HELP\"} | details.orderType",
                "AI_VIDEO | {\"confidence\":0.5} | details.cameraId",
                "AI_VIDEO | {\"cameraId\":\"7\",\"confidence\":1.5} | details.confidence",
                "SATELLITE_PATCH | {\"patchId\":\"1\",\"year\":12} | details.year",
                "CITY_PATROL | {\"photos\":[{\"kind\":\"FAR\"}]} | details.photos[0].mediaId",
                "CITY_PATROL | {\"unitGrid\":\"here\"} | details.unitGrid",
                "PETITION_CITY | {\"replyBy\":\"soon\"} | details.replyBy",
                "OWNER_DEPARTMENT | {\"evidence\":\"all\"} | details.evidence",
                "DUST_MONITOR | {} | details",
            })
    void refuses_details_that_are_not_the_channels(String channel, String details, String field) throws Exception {
        var body =
                ContractJson.mapper().createObjectNode().put("channel", channel).put("text", "x");
        body.set("details", ContractJson.mapper().readTree(details));

        given().auth()
                .oauth2(Tokens.of("agent"))
                .contentType(ContentType.JSON)
                .body(body.toString())
                .post("/api/v1/reports")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(field));
    }

    @Test
    void keeps_an_app_users_token_encrypted() throws Exception {
        var token = "token-" + UUID.randomUUID();
        var body = new HashMap<String, Object>(
                Map.of("channel", "CITIZEN_APP", "text", "井盖", "classCode", "P0101", "areaCode", "450202"));
        body.put("details", Map.of("userToken", token, "rating", 4));

        var caseId = TestCity.report(body);

        given().auth()
                .oauth2(Tokens.of("dispatcher"))
                .get("/api/v1/cases/{id}", caseId)
                .then()
                .body("details.rating", equalTo(4), "details.userToken", nullValue());
        assertThat(count("select count(*) from report_details where case_id = '" + caseId
                        + "' and octet_length(personal) > 0 and position('" + token + "'::bytea in personal) = 0"))
                .isOne();
    }

    private void submit(String sourceNo, String report) throws Exception {
        publish(sourceNo, merged(sourceNo, report).getBytes(StandardCharsets.UTF_8));
    }

    private static String merged(String sourceNo, String change) throws Exception {
        var body = (ObjectNode) ContractJson.mapper().readTree(GOOD);
        body.put("publisher", "it-hotline").put("sourceNo", sourceNo);
        body.setAll((ObjectNode) ContractJson.mapper().readTree(change));
        return body.toString();
    }

    private void publish(String sourceNo, byte[] body) {
        events.publish(Topics.REPORT_SUBMISSIONS, key(sourceNo), body, headers());
    }

    private static Map<String, String> headers() {
        return Map.of(
                "ce_id", UUID.randomUUID().toString(),
                "ce_source", "/it-hotline",
                "ce_type", SubmissionEvents.SUBMITTED.name(),
                "ce_time", Instant.now().toString());
    }

    private static String key(String sourceNo) {
        return "it-hotline/" + sourceNo;
    }

    private JsonNode refusal(String sourceNo) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> events.read(
                                Topics.REPORT_SUBMISSIONS.deadLetters(),
                                event -> key(sourceNo).equals(event.key())
                                        && event.type().equals(SubmissionEvents.REFUSED.name())),
                        found -> !found.isEmpty())
                .get(0)
                .json();
    }

    private String caseOf(String sourceNo) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> text("select case_id::text from case_file where source_no = '" + sourceNo + "'"),
                        id -> !id.isEmpty());
    }

    private long count(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    private String text(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : "";
        }
    }
}
