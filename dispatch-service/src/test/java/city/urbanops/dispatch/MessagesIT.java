package city.urbanops.dispatch;

import static city.urbanops.dispatch.FiledCaseStory.soon;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.contracts.ContractJson;
import city.urbanops.dispatch.notice.application.DeliverNotices;
import city.urbanops.testkit.UrbanOpsEngines;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** What units' people are told by e-mail and SMS, and that they are told once. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
@QuarkusTestResource(MessageGateways.class)
class MessagesIT extends UnitWithContacts {

    @Inject
    DeliverNotices delivery;

    @Test
    void a_unit_is_mailed_what_it_has_to_do_and_nothing_anybody_wrote() throws Exception {
        // Given
        contacts(mail, "0772-2810000");
        FiledCaseStory story = FiledCaseStory.filed(probe, "P0101");
        UUID taskId = story.taskId();
        soon(() -> assertThat(mails()).hasSize(1));

        // When
        DeskApi.as("dispatcher")
                .act(taskId, "urge", Map.of("opinion", "Mr Li of 13800138000 called again"))
                .then()
                .statusCode(200);

        // Then
        soon(() -> assertThat(mails()).hasSize(2));
        MimeMessage told = mails().get(0);
        assertThat(told.getSubject()).isEqualTo("新任务 2026112100001");
        assertThat(text(told)).contains("2026112100001", "P0101", "450202001001001", "前处置");
        assertThat(told.getHeader("UrbanOps-Message")).hasSize(1);
        MimeMessage urged = mails().get(1);
        assertThat(urged.getSubject()).isEqualTo("催办 2026112100001");
        for (MimeMessage one : mails()) {
            assertThat(text(one)).doesNotContain("a cover is gone", "Li", "13800138000", "called");
        }
        assertThat(sms.all()).as("an office telephone takes no SMS").isEmpty();
        soon(() -> assertThat(waiting()).isZero());
    }

    @Test
    void an_sms_is_the_provider_s_json_signed_and_only_for_what_is_urgent() throws Exception {
        // Given
        contacts(null, "+86 " + phone.substring(0, 3) + "-" + phone.substring(3));
        FiledCaseStory story = FiledCaseStory.filed(probe, "P0101");

        // When
        DeskApi.as("dispatcher")
                .act(story.taskId(), "urge", Map.of("opinion", "say \"soon\""))
                .then()
                .statusCode(200);

        // Then
        soon(() -> assertThat(sms.all()).hasSize(1));
        Receiver.Call call = sms.all().get(0);
        JsonNode body = ContractJson.mapper().readTree(call.body());
        assertThat(body.get("phone").asText()).isEqualTo("+86" + phone);
        assertThat(body.get("content").asText()).startsWith("【城管】").contains("请尽快处置任务 2026112100001");
        assertThat(UUID.fromString(body.get("ref").asText())).isNotNull();
        assertThat(call.authorization()).isEqualTo("Bearer of-the-provider");
        String seconds = call.signature().replaceAll("t=(\\d+),.*", "$1");
        assertThat(call.signature())
                .isEqualTo(
                        "t=%s,v1=%s".formatted(seconds, hmac("shared-with-the-provider", seconds + "." + call.body())));
        assertThat(mails()).isEmpty();
    }

    @Test
    void several_replicas_send_once() throws Exception {
        // Given
        contacts(mail, phone);
        FiledCaseStory story = FiledCaseStory.filed(probe, "P0101");
        DeskApi.as("dispatcher")
                .act(story.taskId(), "urge", Map.of("opinion", "x"))
                .then()
                .statusCode(200);

        // When
        soon(() -> {
            Uni.join()
                    .all(IntStream.range(0, 5).mapToObj(i -> delivery.deliver()).toList())
                    .andFailFast()
                    .await()
                    .atMost(Duration.ofSeconds(10));
            assertThat(waiting()).isZero();
            assertThat(mails()).hasSize(2);
        });

        // Then
        assertThat(mails())
                .extracting(one -> one.getHeader("UrbanOps-Message")[0])
                .doesNotHaveDuplicates();
        assertThat(sms.all()).hasSize(1);
    }

    @Test
    void a_contact_that_is_no_mail_address_is_refused() {
        assertThat(put(Map.of("purpose", "duty desk", "email", "duty desk")).statusCode())
                .isEqualTo(400);
    }

    private static String text(MimeMessage message) throws Exception {
        return message.getContent().toString();
    }

    private static String hmac(String key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
