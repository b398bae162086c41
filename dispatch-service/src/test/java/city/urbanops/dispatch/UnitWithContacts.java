package city.urbanops.dispatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.dispatch.city.application.StartWithCity;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import com.icegreen.greenmail.util.GreenMail;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A unit whose people are told by e-mail over a real SMTP server, and by SMS over a provider's gateway. */
abstract class UnitWithContacts {

    static final String WATER = "water-company";

    @Inject
    StartWithCity start;

    @ConfigProperty(name = "quarkus.mailer.port")
    int smtpPort;

    @ConfigProperty(name = "urbanops.notices.sms.url")
    URI smsUrl;

    final String mail = "duty-" + UUID.randomUUID() + "@water.example";
    final String phone = "138" + (10_000_000 + ThreadLocalRandom.current().nextInt(89_999_999));
    EventProbe probe;
    GreenMail smtp;
    Receiver sms;

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

    void contacts(String email, String telephone) {
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

    static Response put(Map<String, String> contact) {
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

    List<MimeMessage> mails() {
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

    static long waiting() throws SQLException {
        return Long.parseLong(Tables.texts("select count(*) from message").get(0));
    }
}
