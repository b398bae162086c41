package city.urbanops.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class BadInputIT {

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void ready() {
        try (var events = new EventProbe()) {
            TestCity.makeReady(events);
        }
    }

    @ParameterizedTest(name = "{0} names {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"channel\":\"HOTLINE_12345\",\"text\":\"x\",\"colour\":\"red\"} | 400 | colour",
                "{\"channel\":\"TELEPATHY\",\"text\":\"x\"} | 400 | channel",
                "{\"text\":\"x\"} | 400 | channel",
                "{\"channel\":\"HOTLINE_12345\"} | 400 | text",
                "{\"channel\":\"HOTLINE_12345\",\"text\":12} | 400 | text",
                "{\"channel\":\"HOTLINE_12345\",\"text\":\"x\\u0000y\"} | 400 | text",
                "{\"channel\":\"HOTLINE_12345\",\"text\":\"x\",\"urgent\":\"yes\"} | 400 | urgent",
                "{\"channel\":\"HOTLINE_12345\",\"text\":\"x\",\"location\":{\"lng\":999,\"lat\":24.3}} | 400 | location.lng",
                "{\"channel\":\"HOTLINE_12345\",\"text\":\"x\",\"location\":{\"lng\":\"109.4\",\"lat\":24.3}} | 400 | location.lng",
                "{\"channel\":\"HOTLINE_12345\",\"text\":\"x\",\"location\":{\"lat\":24.3}} | 400 | location.lng",
                "{\"channel\":\"HOTLINE_12345\",\"text\":\"x\",\"location\":{\"lng\":0,\"lat\":0}} | 422 | location",
                "{\"channel\":\"HOTLINE_12345\",\"text\":\"x\",\"areaCode\":\"999999\"} | 422 | areaCode",
                "{\"channel\":\"HOTLINE_12345\",\"text\":\"x\",\"classCode\":\"E9999\"} | 422 | classCode",
                "{\"channel\":\"HOTLINE_12345\",\"text\":\"x\",\"classCode\":\"DROP\"} | 400 | classCode",
                "{\"channel\":\"HOTLINE_12345\",\"text\":\"x\",\"classCode\":\"P0101\",\"conditionCode\":\"99\"} | 422 | conditionCode",
                "{\"channel\":\"HOTLINE_12345\",\"text\":\"x\",\"occurredAt\":\"2099-01-01T00:00:00Z\"} | 400 | occurredAt",
                "{\"channel\":\"HOTLINE_12345\",\"text\":\"x\",\"occurredAt\":\"yesterday\"} | 400 | occurredAt",
                "{\"channel\":\"HOTLINE_12345\",\"text\":\"x\",\"reporter\":{\"phone\":\"call me\"}} | 400 | reporter.phone",
                "{\"channel\":\"HOTLINE_12345\",\"channel\":\"OPEN311\",\"text\":\"x\"} | 400 | body",
                "[] | 400 | body",
                "{ | 400 | body",
            })
    void refuses_broken_reports_by_field_and_stores_nothing(String body, int status, String field) throws SQLException {
        var before = cases();

        report(body)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(field), "status", equalTo(status));

        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void refuses_an_empty_body_and_a_megabyte_of_text() {
        report("").statusCode(400).contentType("application/problem+json");
        report("{\"channel\":\"HOTLINE_12345\",\"text\":\"" + "字".repeat(400_000) + "\"}")
                .statusCode(400)
                .body("errors[0].field", equalTo("text"));
    }

    @Test
    void refuses_unknown_callers() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/reports")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        given().auth()
                .oauth2(Tokens.forged())
                .get("/api/v1/cases")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        given().auth()
                .oauth2(Tokens.of("water"))
                .contentType(ContentType.JSON)
                .body(Map.of("channel", "HOTLINE_12345", "text", "x"))
                .post("/api/v1/reports")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @Test
    void shows_a_department_nothing_of_others() {
        var caseId = TestCity.report("P0101", "450206", "井盖");

        given().auth()
                .oauth2(Tokens.of("lead"))
                .get("/api/v1/cases/{id}", caseId)
                .then()
                .statusCode(404);
        given().auth().oauth2(Tokens.of("lead")).get("/api/v1/cases").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "limit,0",
        "limit,abc",
        "limit,201",
        "phase,SLEEPING",
        "channel,X",
        "from,yesterday",
        "from,%2B999999999-12-31T23:59:59Z",
        "to,-0001-01-01T00:00:00Z",
        "cursor,MR8x",
        "cursor,%20",
        "cursor,YWJj"
    })
    void names_a_wrong_query_parameter(String name, String value) {
        given().auth()
                .oauth2(Tokens.of("dispatcher"))
                .urlEncodingEnabled(false)
                .get("/api/v1/cases?" + name + "=" + value)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(name));
    }

    @Test
    void answers_a_repeated_idempotency_key_alike_and_refuses_another_body() {
        var key = UUID.randomUUID().toString();
        var body = Map.of("channel", "HOTLINE_12345", "text", "井盖", "classCode", "P0101", "areaCode", "450202");
        var other = new HashMap<String, Object>(body);
        other.put("text", "另一个");

        var first = once(key, body).statusCode(201).extract().path("caseId");

        once(key, body).statusCode(201).body("caseId", equalTo(first));
        once(key, other).statusCode(422).body("errors[0].field", equalTo("Idempotency-Key"));
    }

    @Test
    void takes_a_source_number_once() {
        var body = new HashMap<String, Object>(
                Map.of("channel", "HOTLINE_12345", "text", "井盖", "classCode", "P0101", "areaCode", "450202"));
        body.put("sourceNo", UUID.randomUUID().toString());

        var caseId = TestCity.report(body).toString();

        once(UUID.randomUUID().toString(), body).statusCode(200).body("caseId", equalTo(caseId));
        body.put("text", "另一个");
        once(UUID.randomUUID().toString(), body)
                .statusCode(409)
                .body("type", equalTo("urn:urbanops:problem:source-number-taken"));
    }

    @Test
    void links_a_report_of_the_same_thing_nearby() {
        var body = new HashMap<String, Object>(Map.of("channel", "CITIZEN_APP", "text", "扬尘", "classCode", "E0304"));
        body.put("location", Map.of("lng", 109.4203, "lat", 24.3302));
        var first = TestCity.report(body);
        body.put("location", Map.of("lng", 109.4204, "lat", 24.3302));

        var second = TestCity.report(body);

        given().auth()
                .oauth2(Tokens.of("dispatcher"))
                .get("/api/v1/cases/{id}", second)
                .then()
                .body("duplicateOf", equalTo(first.toString()), "phase", equalTo("FILED"));
    }

    @Test
    void keeps_the_reporter_out_of_everything_but_a_masked_view() throws SQLException {
        var body = new HashMap<String, Object>(Map.of(
                "channel",
                "HOTLINE_12345",
                "text",
                "张三丰说井盖坏了，电话13812345678",
                "classCode",
                "P0101",
                "areaCode",
                "450202"));
        body.put("reporter", Map.of("name", "张三丰", "phone", "13812345678"));

        var caseId = TestCity.report(body);

        given().auth()
                .oauth2(Tokens.of("dispatcher"))
                .get("/api/v1/cases/{id}", caseId)
                .then()
                .body("text", equalTo("[name]说井盖坏了，电话[phone]"))
                .body("reporter.name", equalTo("张**"), "reporter.phone", equalTo("****5678"));
        assertThat(count("select count(*) from case_file where text like '%13812345678%'"))
                .isZero();
        assertThat(count("select count(*) from reporter where position('13812345678'::bytea in identity) > 0"))
                .isZero();
    }

    private static ValidatableResponse once(String key, Object body) {
        return given().auth()
                .oauth2(Tokens.of("agent"))
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/reports")
                .then();
    }

    private static ValidatableResponse report(String body) {
        return given().auth()
                .oauth2(Tokens.of("agent"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/reports")
                .then();
    }

    private long cases() throws SQLException {
        return count("select count(*) from case_file");
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
