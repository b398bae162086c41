package city.urbanops.dispatch;

import static city.urbanops.dispatch.FiledCaseStory.soon;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import city.urbanops.contracts.ContractJson;
import city.urbanops.dispatch.notice.application.DeliverNotices;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Units that are told of their tasks by signed calls, and receivers that do not answer. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
class NoticesIT {

    private static final String WATER = "water-company";
    private static final String GAS = "gas-company";

    @Inject
    DeliverNotices delivery;

    private EventProbe probe;
    private Receiver receiver;

    @BeforeEach
    void connect() {
        probe = new EventProbe();
        receiver = new Receiver();
    }

    @AfterEach
    void disconnect() {
        remove(WATER);
        remove(GAS);
        receiver.close();
        probe.close();
    }

    @Test
    void a_unit_is_told_in_order_and_can_check_who_says_so() throws Exception {
        // Given
        String key = register(WATER, receiver.url());

        // When
        FiledCaseStory story = FiledCaseStory.filed(probe, "P0101");
        DeskApi.as("water")
                .act(story.taskId(), "sign", Map.of("opinion", "call 13800138000 first"))
                .then()
                .statusCode(200);

        // Then
        soon(() -> assertThat(receiver.about(story.caseId())).hasSize(2));
        Receiver.Call first = receiver.about(story.caseId()).get(0);
        String seconds = first.signature().replaceAll("t=(\\d+),.*", "$1");
        assertThat(first.signature())
                .isEqualTo("t=%s,v1=%s".formatted(seconds, hmac(key, seconds + "." + first.body())));
        JsonNode told = ContractJson.mapper().readTree(first.body());
        assertThat(told.get("type").asText()).isEqualTo("urbanops.task.dispatched.v1");
        assertThat(told.get("data").get("taskId").asText())
                .isEqualTo(story.taskId().toString());
        assertThat(told.get("data").has("actor")).isFalse();
        JsonNode signed = ContractJson.mapper()
                .readTree(receiver.about(story.caseId()).get(1).body());
        assertThat(signed.get("type").asText()).isEqualTo("urbanops.task.signed.v1");
        assertThat(signed.get("data").get("opinion").asText()).isEqualTo("call *** first");
        soon(() -> assertThat(Tables.texts("select count(*) from notice")).containsExactly("0"));
    }

    @Test
    void a_refused_call_is_repeated_until_it_is_taken() {
        // Given
        register(WATER, receiver.url());
        receiver.answers(503);
        FiledCaseStory story = FiledCaseStory.filed(probe, "P0101");
        soon(() -> assertThat(receiver.about(story.caseId())).hasSizeGreaterThanOrEqualTo(2));

        // When
        receiver.answers(200);

        // Then
        soon(() -> assertThat(Tables.texts("select count(*) from notice where unit_code = 'water-company'"))
                .containsExactly("0"));
        webhook("GET", WATER, null)
                .then()
                .statusCode(200)
                .body("failures", equalTo(0))
                .body("signingKey", nullValue());
    }

    @Test
    void a_dead_receiver_is_given_up_and_holds_up_nobody() {
        // Given: nobody listens where gas wants to be told
        register(GAS, "http://localhost:9/");
        register(WATER, receiver.url());

        // When
        FiledCaseStory gas = FiledCaseStory.filed(probe, "P0111");
        FiledCaseStory water = FiledCaseStory.filed(probe, "P0101");

        // Then
        soon(() -> assertThat(receiver.about(water.caseId())).hasSize(1));
        soon(() -> webhook("GET", GAS, null)
                .then()
                .body("disabledAt", notNullValue())
                .body("failures", equalTo(4))
                .body("lastFailure", notNullValue()));
        assertThat(gas.taskId()).isNotNull();
        soon(() -> assertThat(Tables.texts("select count(*) from notice where unit_code = 'gas-company'"))
                .containsExactly("0"));

        // When: it registers again
        register(GAS, receiver.url());

        // Then
        FiledCaseStory again = FiledCaseStory.filed(probe, "P0111");
        soon(() -> assertThat(receiver.about(again.caseId())).hasSize(1));
    }

    @Test
    void several_replicas_call_once() {
        // Given
        register(WATER, receiver.url());
        FiledCaseStory story = FiledCaseStory.filed(probe, "P0101");

        // When
        for (int replica = 0; replica < 5; replica++) {
            delivery.deliver().await().atMost(Duration.ofSeconds(10));
        }

        // Then
        soon(() -> assertThat(receiver.about(story.caseId())).hasSize(1));
        soon(() -> assertThat(Tables.texts("select count(*) from notice")).containsExactly("0"));
        assertThat(receiver.about(story.caseId())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org", "not an address", "https://user@example.org", "https:///tasks"})
    void refuses_an_address_that_is_none(String url) {
        webhook("PUT", WATER, Map.of("url", url)).then().statusCode(422).body("errors[0].field", equalTo("url"));
    }

    @Test
    void a_receiver_is_the_lead_s_own_matter() {
        webhook("PUT", WATER, Map.of()).then().statusCode(400).body("errors[0].field", equalTo("url"));
        webhook("PUT", "nobody", Map.of("url", receiver.url())).then().statusCode(404);
        as("water", "PUT", WATER, Map.of("url", receiver.url())).then().statusCode(403);
        as("lead", "PUT", WATER, Map.of("url", receiver.url())).then().statusCode(403);
        as("lead", "PUT", "urban-enforcement", Map.of("url", receiver.url()))
                .then()
                .statusCode(200);
        as("lead", "DELETE", "urban-enforcement", null).then().statusCode(200);
        as("lead", "GET", "urban-enforcement", null).then().statusCode(404);
    }

    private String register(String unit, String url) {
        String key = webhook("PUT", unit, Map.of("url", url))
                .then()
                .statusCode(200)
                .extract()
                .path("signingKey");
        delivery.deliver().await().atMost(Duration.ofSeconds(10));
        return key;
    }

    private void remove(String unit) {
        webhook("DELETE", unit, null);
    }

    private static Response webhook(String method, String unit, Object body) {
        return as("admin", method, unit, body);
    }

    private static Response as(String user, String method, String unit, Object body) {
        var request = given().auth().oauth2(Tokens.of(user)).contentType(ContentType.JSON);
        return (body == null ? request : request.body(body)).request(method, "/api/v1/units/{unit}/webhook", unit);
    }

    private static String hmac(String key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
