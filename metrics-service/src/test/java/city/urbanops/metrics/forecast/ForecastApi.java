package city.urbanops.metrics.forecast;

import static io.restassured.RestAssured.given;

import city.urbanops.testkit.Tokens;
import io.restassured.response.ValidatableResponse;

/** Forecasts and warnings as a client asks for them. */
final class ForecastApi {

    private ForecastApi() {}

    /** The answer to a path below {@code /api/v1/metrics}, whatever it is. */
    static ValidatableResponse ask(String user, String path) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .urlEncodingEnabled(false)
                .get("/api/v1/metrics/" + path)
                .then();
    }

    static ValidatableResponse get(String user, String path) {
        return ask(user, path).statusCode(200);
    }
}
