package city.urbanops.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.urbanops.contracts.ContractJson;
import city.urbanops.contracts.Topics;
import city.urbanops.contracts.submissions.SubmissionEvents;
import city.urbanops.intake.casefile.domain.Channel;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Twenty and more ways to break a report, by every channel, over HTTP and over the topic: each is answered by the field that is wrong. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class BrokenReportsIT {

    private static final String PUBLISHER = "it-broken";

    /** What is changed in a good report, and the field the answer names. */
    private static final Map<String, String> BREAKS = new TreeMap<>(Map.ofEntries(
            Map.entry("{\"colour\":\"red\"}", "colour"),
            Map.entry("{\"text\":null}", "text"),
            Map.entry("{\"text\":12}", "text"),
            Map.entry("{\"text\":{\"zh\":\"x\"}}", "text"),
            Map.entry("{\"text\":\"x\\u0000y\"}", "text"),
            Map.entry("{\"urgent\":\"yes\"}", "urgent"),
            Map.entry("{\"location\":{\"lng\":999,\"lat\":24.3}}", "location.lng"),
            Map.entry("{\"location\":{\"lng\":\"109.4\",\"lat\":24.3}}", "location.lng"),
            Map.entry("{\"location\":{\"lng\":109.4}}", "location.lat"),
            Map.entry("{\"location\":{\"lng\":0,\"lat\":0}}", "location"),
            Map.entry("{\"location\":[109.4,24.3]}", "location"),
            Map.entry("{\"areaCode\":\"999999\"}", "areaCode"),
            Map.entry("{\"classCode\":\"E9999\"}", "classCode"),
            Map.entry("{\"classCode\":\"DROP\"}", "classCode"),
            Map.entry("{\"conditionCode\":\"99\"}", "conditionCode"),
            Map.entry("{\"occurredAt\":\"2099-01-01T00:00:00Z\"}", "occurredAt"),
            Map.entry("{\"occurredAt\":\"yesterday\"}", "occurredAt"),
            Map.entry("{\"reporter\":{\"phone\":\"call me\"}}", "reporter.phone"),
            Map.entry("{\"reporter\":\"somebody\"}", "reporter"),
            Map.entry("{\"details\":[]}", "details"),
            Map.entry("{\"details\":{\"colour\":\"red\"}}", "details"),
            Map.entry("{\"address\":{\"street\":\"x\"}}", "address")));

    @Inject
    AgroalDataSource database;

    private final EventProbe events = new EventProbe();
    private final String mark = TestCity.word();

    @BeforeEach
    void ready() {
        TestCity.makeReady(events);
    }

    @AfterEach
    void close() {
        events.close();
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void over_http_each_is_refused_by_its_field_and_nothing_is_stored(Channel channel) throws Exception {
        for (var broken : BREAKS.entrySet()) {
            var answer = given().auth()
                    .oauth2(Tokens.of("agent"))
                    .contentType(ContentType.JSON)
                    .body(report(channel, broken.getKey()).toString())
                    .post("/api/v1/reports")
                    .then()
                    .contentType("application/problem+json")
                    .extract();

            assertThat(answer.statusCode()).as(broken.getKey()).isIn(400, 422);
            assertThat(answer.<String>path("errors[0].field"))
                    .as(broken.getKey())
                    .matches(field -> isNamed(field, broken.getValue()));
        }
        assertThat(stored()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void over_the_topic_each_is_refused_by_its_field_and_the_next_is_taken(Channel channel) throws Exception {
        // Given
        var kinds = List.copyOf(BREAKS.keySet());

        // When
        for (var i = 0; i < kinds.size(); i++) {
            submit(mark + "-" + i, report(channel, kinds.get(i)));
        }
        submit(mark + "-good", report(channel, "{}"));

        // Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(refused()).hasSize(kinds.size()));
        var refused = refused();
        for (var i = 0; i < kinds.size(); i++) {
            var wanted = BREAKS.get(kinds.get(i));
            assertThat(refused.get(PUBLISHER + "/" + mark + "-" + i))
                    .as(kinds.get(i))
                    .matches(field -> isNamed(field, wanted));
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(stored()).isOne());
    }

    /** A field of details is named below them, where the channel has any. */
    private static boolean isNamed(String field, String wanted) {
        return field.equals(wanted) || (wanted.equals("details") && field.startsWith("details."));
    }

    private ObjectNode report(Channel channel, String change) throws Exception {
        var report = ContractJson.mapper()
                .createObjectNode()
                .put("channel", channel.name())
                .put("text", "井盖坏了 " + mark)
                .put("classCode", "P0101")
                .put("areaCode", "450202");
        report.setAll((ObjectNode) ContractJson.mapper().readTree(change));
        return report;
    }

    private void submit(String sourceNo, ObjectNode report) {
        var body = report.put("publisher", PUBLISHER).put("sourceNo", sourceNo);
        events.publish(
                Topics.REPORT_SUBMISSIONS,
                PUBLISHER + "/" + sourceNo,
                body.toString().getBytes(StandardCharsets.UTF_8),
                Map.of(
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_source", "/" + PUBLISHER,
                        "ce_type", SubmissionEvents.SUBMITTED.name(),
                        "ce_time", Instant.now().toString()));
    }

    /** The fields named in the refusals of this test, by key. */
    private Map<String, String> refused() {
        return events
                .read(
                        Topics.REPORT_SUBMISSIONS.deadLetters(),
                        event -> event.key() != null
                                && event.key().startsWith(PUBLISHER + "/" + mark)
                                && event.type().equals(SubmissionEvents.REFUSED.name()))
                .stream()
                .collect(Collectors.toMap(
                        EventProbe.Event::key,
                        event -> event.json().path("field").asText()));
    }

    private int stored() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select count(*) from case_file where text like ? or source_no like ?")) {
            statement.setString(1, "%" + mark + "%");
            statement.setString(2, mark + "%");
            try (var counted = statement.executeQuery()) {
                counted.next();
                return counted.getInt(1);
            }
        }
    }
}
