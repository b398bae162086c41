package city.urbanops.dispatch;

import static city.urbanops.dispatch.FiledCaseStory.soon;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.contracts.ContractJson;
import city.urbanops.dispatch.city.application.StartWithCity;
import city.urbanops.dispatch.notice.application.DeliverNotices;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Units' people are told by e-mail over a real SMTP server, and by SMS over a provider's gateway; both may be away or refuse. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
@QuarkusTestResource(MessageGateways.class)
class MessagesIT {

    private static final String WATER = "water-company";
    private static final int GIVEN_UP_AFTER = 4;

    @Inject
    DeliverNotices delivery;

    @Inject
    StartWithCity start;

    @ConfigProperty(name = "quarkus.mailer.port")
    int smtpPort;

    @ConfigProperty(name = "urbanops.notices.sms.url")
    URI smsUrl;

    private final String mail = "duty-" + UUID.randomUUID() + "@water.example";
    private final String phone =
            "138" + (10_000_000 + ThreadLocalRandom.current().nextInt(89_999_999));
    private EventProbe probe;
    private GreenMail smtp;
    private Receiver sms;

    @BeforeEach
    void connect() {
        probe = new EventProbe();
        smtp = new PickyMailServer(smtpPort);
        smtp.start();
        sms = new Receiver(smsUrl.getPort());
    }

    /** The shipped units again, for those who share them. */
    @AfterEach
    void restore() throws SQLException {
        smtp.stop();
        sms.close();
        probe.close();
        Tables.change("delete from message_route");
        Tables.change("update reference_version set version = 'default-city-older' where name = 'units'");
        start.seedAndLoad().await().atMost(Duration.ofSeconds(20));
    }

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
    void a_mail_server_that_is_away_gives_up_nobody_and_is_told_once_when_it_is_back() throws Exception {
        // Given
        contacts(mail, null);
        smtp.stop();
        FiledCaseStory.filed(probe, "P0101").taskId();
        soon(() -> assertThat(routes().<List<Integer>>path("items.failures"))
                .singleElement()
                .satisfies(failures -> assertThat(failures).isGreaterThan(GIVEN_UP_AFTER)));

        // When
        smtp.start();

        // Then
        soon(() -> assertThat(mails()).hasSize(1));
        soon(() -> assertThat(routes().<List<Integer>>path("items.failures")).containsExactly(0));
        assertThat(waiting()).isZero();
        assertThat(mails()).hasSize(1);
    }

    @Test
    void a_refused_address_is_given_up_and_holds_up_no_other_until_a_new_beginning() throws Exception {
        // Given: a number the provider does not serve, and a mail address that works
        contacts(mail, phone);
        sms.answers(422);
        FiledCaseStory story = FiledCaseStory.filed(probe, "P0101");
        UUID taskId = story.taskId();

        // When
        DeskApi.as("dispatcher")
                .act(taskId, "urge", Map.of("opinion", "x"))
                .then()
                .statusCode(200);

        // Then
        soon(() -> assertThat(mails()).hasSize(2));
        soon(() -> assertThat(routes().<String>path("items.find { it.channel == 'SMS' }.disabledAt"))
                .isNotNull());
        assertThat(routes().<Integer>path("items.find { it.channel == 'SMS' }.refusals"))
                .isEqualTo(GIVEN_UP_AFTER);
        assertThat(routes().<String>path("items.find { it.channel == 'SMS' }.lastFailure"))
                .isEqualTo("the gateway answered 422");
        assertThat(waiting()).isZero();
        soon(() ->
                assertThat(given().get("/q/metrics").asString()).contains("urbanops_notices_addresses_given_up 1.0"));

        // When
        sms.answers(200);
        routes("lead", "DELETE").then().statusCode(403);
        routes("admin", "DELETE").then().statusCode(200);
        int before = sms.all().size();
        DeskApi.as("dispatcher")
                .act(taskId, "urge", Map.of("opinion", "x"))
                .then()
                .statusCode(200);

        // Then
        soon(() -> assertThat(sms.all()).hasSize(before + 1));
    }

    @Test
    void a_mail_address_the_server_refuses_is_given_up() throws Exception {
        // Given
        contacts(PickyMailServer.REFUSED, null);

        // When
        FiledCaseStory.filed(probe, "P0101").taskId();

        // Then
        soon(() -> assertThat(routes().<String>path("items[0].disabledAt")).isNotNull());
        assertThat(routes().<String>path("items[0].lastFailure")).isEqualTo("the mail server answered 550");
        assertThat(waiting()).isZero();
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

    private void contacts(String email, String telephone) {
        Map<String, String> contact = new LinkedHashMap<>(Map.of("purpose", "duty desk"));
        if (email != null) {
            contact.put("email", email);
        }
        if (telephone != null) {
            contact.put("phone", telephone);
        }
        Response stored = put(contact);
        assertThat(stored.statusCode()).as(stored.asString()).isEqualTo(200);
    }

    private static Response put(Map<String, String> contact) {
        return given().auth()
                .oauth2(Tokens.of("admin"))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "nameZh", "供水公司",
                        "nameEn", "Water Company",
                        "kind", "COMPANY",
                        "parentCode", "city-management-bureau",
                        "workplace", "TASK_DESK",
                        "areaCode", "450200",
                        "contacts", List.of(contact)))
                .put("/api/v1/units/{unit}", WATER);
    }

    private static Response routes() {
        return routes("admin", "GET");
    }

    private static Response routes(String user, String method) {
        return given().auth().oauth2(Tokens.of(user)).request(method, "/api/v1/units/{unit}/message-routes", WATER);
    }

    private List<MimeMessage> mails() {
        return Arrays.stream(smtp.getReceivedMessages())
                .filter(one -> recipient(one).equals(mail))
                .toList();
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String text(MimeMessage message) throws Exception {
        return message.getContent().toString();
    }

    private static long waiting() throws SQLException {
        return Long.parseLong(Tables.texts("select count(*) from message").get(0));
    }

    private static String hmac(String key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
