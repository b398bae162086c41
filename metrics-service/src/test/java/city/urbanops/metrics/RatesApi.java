package city.urbanops.metrics;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import city.urbanops.testkit.Tokens;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Year;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;

/** The closure rates as a dashboard asks for them. */
public final class RatesApi {

    private static final String PATH = "/api/v1/metrics/closure-rates";

    private final String token;

    private RatesApi(String token) {
        this.token = token;
    }

    /** Signed in as a demo user. */
    public static RatesApi as(String user) {
        return new RatesApi(Tokens.of(user));
    }

    /** With any token. */
    public static RatesApi with(String token) {
        return new RatesApi(token);
    }

    /** The answer to any query. */
    public Response get(Map<String, ?> parameters) {
        return given().auth().oauth2(token).queryParams(parameters).get(PATH);
    }

    /** The items of one year by what they are grouped by. */
    public List<Map<String, Object>> items(String groupBy, Year year) {
        var from = year.atDay(1).toString();
        var to = year.plusYears(1).atDay(1).toString();
        var answer = get(Map.of("groupBy", groupBy, "from", from, "to", to));
        answer.then().statusCode(200);
        return answer.jsonPath().getList("items");
    }

    /** One item of a year, empty if there is none with that key. */
    public Map<String, Object> item(String groupBy, String key, Year year) {
        return items(groupBy, year).stream()
                .filter(item -> key.equals(item.get("key")))
                .findFirst()
                .orElse(Map.of());
    }

    /** Repeats an assertion until it holds: figures follow events by a moment. */
    public static void soon(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }
}
