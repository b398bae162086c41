package city.urbanops.intake;

import static city.urbanops.intake.SubmissionTopic.GOOD;
import static city.urbanops.intake.SubmissionTopic.PHONE;
import static city.urbanops.intake.SubmissionTopic.headers;
import static city.urbanops.intake.SubmissionTopic.key;
import static city.urbanops.intake.SubmissionTopic.merged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.urbanops.contracts.Topics;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Submissions that cannot be taken: refused by field or parked, and nothing is held up. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class BrokenSubmissionsIT {

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
    void refuses_a_key_that_no_index_can_hold_and_goes_on() throws Exception {
        var sourceNo = UUID.randomUUID().toString();
        var random = new Random(7);
        var tail = random.ints(20_000, 'a', 'z').mapToObj(Character::toString).collect(Collectors.joining());
        var key = key(sourceNo) + "/" + tail;

        topic.events.publish(
                Topics.REPORT_SUBMISSIONS, key, merged(sourceNo, "{}").getBytes(StandardCharsets.UTF_8), headers());
        topic.events.publish(
                Topics.REPORT_SUBMISSIONS, key, merged(sourceNo, "{}").getBytes(StandardCharsets.UTF_8), Map.of());

        assertThat(topic.refusal(sourceNo + "/"
                                + tail.substring(0, 200 - key(sourceNo).length() - 1))
                        .path("field")
                        .asText())
                .isEqualTo("key");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(topic.count("select count(*) from parked_event where key like '"
                                + key(sourceNo) + "/%' and reason like '%ce_type%'"))
                        .isOne());
        topic.submit(sourceNo, GOOD);
        topic.caseOf(sourceNo);
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
                "+{\"details\":{\"dueTime\":\"2001-01-01T00:00:00Z\"}} | details.dueTime",
                "+{\"channel\":\"OPEN311\"} | details",
                "+{\"selfHandled\":true} | selfHandled",
                "+{\"duplicateOf\":\"00000000-0000-0000-0000-000000000001\"} | duplicateOf",
            })
    void refuses_broken_submissions_by_field_stores_nothing_and_goes_on(String change, String field) throws Exception {
        var sourceNo = UUID.randomUUID().toString();
        var body = change.startsWith("+") ? merged(sourceNo, change.substring(1)) : change;

        topic.publish(sourceNo, body.getBytes(StandardCharsets.UTF_8));

        assertThat(topic.refusal(sourceNo).path("field").asText()).isEqualTo(field);
        assertThat(topic.refusal(sourceNo).toString()).doesNotContain(PHONE).doesNotContain("欧阳小明");
        assertThat(topic.count("select count(*) from case_file where source_no = '" + sourceNo + "'"))
                .isZero();
        assertThat(topic.count("select count(*) from parked_event where key like '%" + sourceNo + "'"))
                .isZero();

        topic.submit(sourceNo, GOOD);
        topic.caseOf(sourceNo);
    }

    @Test
    void refuses_bytes_that_are_no_text() {
        var sourceNo = UUID.randomUUID().toString();

        topic.publish(sourceNo, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        assertThat(topic.refusal(sourceNo).path("field").asText()).isEqualTo("body");
    }

    @Test
    void parks_a_submission_without_a_type_sealed() throws Exception {
        var sourceNo = UUID.randomUUID().toString();

        topic.events.publish(
                Topics.REPORT_SUBMISSIONS,
                key(sourceNo),
                merged(sourceNo, "{}").getBytes(StandardCharsets.UTF_8),
                Map.of("ce_id", UUID.randomUUID().toString()));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        topic.count("select count(*) from parked_event where key = '" + key(sourceNo) + "'"))
                .isOne());
        assertThat(topic.count(
                        "select count(*) from parked_event where position('" + PHONE + "'::bytea in payload) > 0"))
                .isZero();
    }
}
