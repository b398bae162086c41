package city.urbanops.intake;

import static city.urbanops.intake.SubmissionTopic.GOOD;
import static city.urbanops.intake.SubmissionTopic.PHONE;
import static city.urbanops.intake.SubmissionTopic.key;
import static city.urbanops.intake.SubmissionTopic.merged;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import city.urbanops.contracts.Topics;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A report that comes through the topic is taken once for each source number. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class SubmissionsIT {

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
    void takes_a_submission_once_with_its_details_and_hides_the_caller() throws Exception {
        var sourceNo = UUID.randomUUID().toString();

        topic.submit(sourceNo, GOOD);
        topic.submit(sourceNo, GOOD);

        var caseId = topic.caseOf(sourceNo);
        given().auth()
                .oauth2(Tokens.of("dispatcher"))
                .get("/api/v1/cases/{id}", caseId)
                .then()
                .statusCode(200)
                .body("sourceNo", equalTo(sourceNo), "reporter.phone", equalTo("****4321"))
                .body("details.orderType", equalTo("COMPLAINT"), "details.callerPhone", nullValue());
        // Another report under the number, on the same partition: once it is refused, the repetition has been read too.
        topic.publish(sourceNo, merged(sourceNo, "{\"text\":\"another\"}").getBytes(StandardCharsets.UTF_8));
        topic.refusal(sourceNo);
        assertThat(topic.events.read(Topics.REPORT_SUBMISSIONS.deadLetters(), key(sourceNo)))
                .hasSize(1);
        assertThat(topic.count("select count(*) from case_file where source_no = '" + sourceNo + "'"))
                .isOne();
        assertThat(topic.count("select count(*) from report_details where details::text like '%" + PHONE + "%'"))
                .isZero();
    }

    @Test
    void knows_a_repetition_whose_details_come_in_another_order() throws Exception {
        var sourceNo = UUID.randomUUID().toString();
        topic.submit(sourceNo, GOOD);
        topic.caseOf(sourceNo);

        topic.submit(sourceNo, """
                {"details":{"wantsReply":true,"callerPhone":"13987654321","orderType":"COMPLAINT"}}
                """);
        topic.publish(sourceNo, merged(sourceNo, "{\"text\":\"another\"}").getBytes(StandardCharsets.UTF_8));

        // The repetition went before on the same partition: had it been refused, it would stand here too.
        topic.refusal(sourceNo);
        assertThat(topic.events.read(Topics.REPORT_SUBMISSIONS.deadLetters(), key(sourceNo)))
                .hasSize(1);
        assertThat(topic.count("select count(*) from case_file where source_no = '" + sourceNo + "'"))
                .isOne();
    }

    @Test
    void refuses_another_report_under_a_used_number() throws Exception {
        var sourceNo = UUID.randomUUID().toString();
        topic.submit(sourceNo, GOOD);
        topic.caseOf(sourceNo);

        topic.publish(sourceNo, merged(sourceNo, "{\"text\":\"another\"}").getBytes(StandardCharsets.UTF_8));

        assertThat(topic.refusal(sourceNo).path("field").asText()).isEqualTo("sourceNo");
        assertThat(topic.refusal(sourceNo).path("status").asInt()).isEqualTo(409);
    }
}
