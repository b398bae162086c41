package city.urbanops.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import city.urbanops.contracts.ContractJson;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a channel says beyond the report. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class ChannelDetailsIT {

    private final SubmissionTopic topic = new SubmissionTopic();

    @BeforeEach
    void ready() {
        topic.awaitReady();
    }

    @AfterEach
    void close() {
        topic.close();
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
        assertThat(topic.count("select count(*) from report_details where case_id = '" + caseId
                        + "' and octet_length(personal) > 0 and position('" + token + "'::bytea in personal) = 0"))
                .isOne();
    }
}
