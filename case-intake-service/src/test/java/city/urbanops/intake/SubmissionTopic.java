package city.urbanops.intake;

import static org.awaitility.Awaitility.await;

import city.urbanops.contracts.ContractJson;
import city.urbanops.contracts.Topics;
import city.urbanops.contracts.submissions.SubmissionEvents;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.UrbanOpsEngines;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Another city system that hands reports in through the topic, and what becomes of them. */
final class SubmissionTopic implements AutoCloseable {

    static final String PHONE = "13987654321";
    static final String GOOD = """
            {"channel":"HOTLINE_12345","text":"井盖坏了","classCode":"P0101","areaCode":"450202",
             "reporter":{"name":"欧阳小明"},"details":{"orderType":"COMPLAINT","callerPhone":"13987654321","wantsReply":true}}
            """;

    final EventProbe events = new EventProbe();

    void awaitReady() {
        TestCity.makeReady(events);
    }

    @Override
    public void close() {
        events.close();
    }

    void submit(String sourceNo, String report) throws Exception {
        publish(sourceNo, merged(sourceNo, report).getBytes(StandardCharsets.UTF_8));
    }

    static String merged(String sourceNo, String change) throws Exception {
        var body = (ObjectNode) ContractJson.mapper().readTree(GOOD);
        body.put("publisher", "it-hotline").put("sourceNo", sourceNo);
        body.setAll((ObjectNode) ContractJson.mapper().readTree(change));
        return body.toString();
    }

    void publish(String sourceNo, byte[] body) {
        events.publish(Topics.REPORT_SUBMISSIONS, key(sourceNo), body, headers());
    }

    static Map<String, String> headers() {
        return Map.of(
                "ce_id", UUID.randomUUID().toString(),
                "ce_source", "/it-hotline",
                "ce_type", SubmissionEvents.SUBMITTED.name(),
                "ce_time", Instant.now().toString());
    }

    static String key(String sourceNo) {
        return "it-hotline/" + sourceNo;
    }

    JsonNode refusal(String sourceNo) {
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

    String caseOf(String sourceNo) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> text("select case_id::text from case_file where source_no = '" + sourceNo + "'"),
                        id -> !id.isEmpty());
    }

    long count(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    String text(String sql) throws SQLException {
        try (var connection = UrbanOpsEngines.postgres().connect("intake");
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : "";
        }
    }
}
