package city.urbanops.dispatch;

import static city.urbanops.dispatch.FiledCaseStory.soon;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The mail server and the gateway may be away or refuse: who is given up, who is not, and until when. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
@QuarkusTestResource(MessageGateways.class)
class RefusedAddressesIT extends UnitWithContacts {

    private static final int GIVEN_UP_AFTER = 4;

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

    private static Response routes() {
        return routes("admin", "GET");
    }

    private static Response routes(String user, String method) {
        return given().auth().oauth2(Tokens.of(user)).request(method, "/api/v1/units/{unit}/message-routes", WATER);
    }
}
