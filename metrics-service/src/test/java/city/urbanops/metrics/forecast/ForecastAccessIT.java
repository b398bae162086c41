package city.urbanops.metrics.forecast;

import static city.urbanops.metrics.forecast.ForecastApi.ask;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask for forecasts, how, and in which form. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "metrics"))
class ForecastAccessIT {

    private static final String GRID = "450202001001001";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "forecast/at-risk",
                "forecast/at-risk/cases",
                "forecast/trend",
                "forecast/trend?class=E0304&district=450202",
                "forecast/trend?unit=parks&class=E0304",
                "forecast/trend?grid=" + GRID,
                "forecast/backtest",
                "forecast/backtest?groupBy=district",
                "forecast/hotspots",
                "forecast/hotspots?by=place",
                "forecast/hotspots/cases?grid=" + GRID,
                "forecast/repeat-rate",
                "forecast/repeat-rate?groupBy=unit&district=450202",
                "warnings",
                "warnings?state=cleared"
            })
    void central_roles_may_ask_in_every_form_and_staff_may_not(String path) {
        var mark = path.contains("?") ? "&" : "?";
        ask("dispatcher", path).statusCode(200).contentType("application/json");
        assertThat(ask("dispatcher", path + mark + "format=csv")
                        .statusCode(200)
                        .extract()
                        .asByteArray())
                .startsWith(0xEF, 0xBB, 0xBF);
        assertThat(ask("dispatcher", path + mark + "format=xlsx")
                        .statusCode(200)
                        .extract()
                        .asByteArray())
                .startsWith('P', 'K');
        for (var user : List.of("patrol", "officer", "crew", "water")) {
            ask(user, path).statusCode(403).contentType("application/problem+json");
        }
        given().get("/api/v1/metrics/" + path).then().statusCode(401);
        given().auth()
                .oauth2(Tokens.forged())
                .get("/api/v1/metrics/" + path)
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "forecast/at-risk?unit=sanitation",
                "forecast/at-risk/cases?unit=sanitation",
                "forecast/trend?unit=sanitation",
                "forecast/backtest?unit=sanitation",
                "forecast/backtest?groupBy=unit",
                "forecast/hotspots?unit=sanitation",
                "forecast/hotspots/cases?unit=sanitation&grid=" + GRID,
                "forecast/repeat-rate?unit=sanitation",
                "warnings?unit=sanitation"
            })
    void a_lead_may_not_ask_about_another_unit(String path) {
        ask("lead", path).statusCode(403).contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "withinHours, forecast/at-risk?withinHours=0",
        "withinHours, forecast/at-risk?withinHours=81",
        "withinHours, forecast/at-risk/cases?withinHours=soon",
        "unit,        forecast/at-risk?unit=%20",
        "limit,       forecast/at-risk/cases?limit=201",
        "cursor,      forecast/at-risk/cases?cursor=x",
        "cursor,      forecast/at-risk/cases?cursor=YR9i",
        "from,        forecast/trend?from=1.1.2026",
        "from,        forecast/trend?from=2024-01-01&to=2026-01-01",
        "from,        forecast/trend?from=2026-01-01&to=2026-01-01",
        "to,          forecast/trend?to=2999-01-01",
        "district,    forecast/trend?district=west",
        "grid,        forecast/trend?district=450202&grid=450203001",
        "class,       forecast/trend?class=%20",
        "groupBy,     forecast/backtest?groupBy=street",
        "groupBy,     forecast/backtest?groupBy=class&class=E0304",
        "from,        forecast/backtest?from=tomorrow",
        "by,          forecast/hotspots?by=street",
        "minCases,    forecast/hotspots?minCases=1",
        "limit,       forecast/hotspots?limit=0",
        "grid,        forecast/hotspots/cases",
        "cursor,      forecast/hotspots/cases?grid=1&cursor=YR9i",
        "groupBy,     forecast/repeat-rate?groupBy=day",
        "from,        forecast/repeat-rate?from=2026-13",
        "from,        forecast/repeat-rate?from=2026-03&to=2026-02",
        "grid,        forecast/repeat-rate?grid=450202001",
        "kind,        warnings?kind=FIRE",
        "state,       warnings?state=all",
        "area,        warnings?area=west",
        "limit,       warnings?limit=many",
        "format,      warnings?format=pdf"
    })
    void a_bad_parameter_is_named(String field, String path) {
        ask("assessor", path)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:urbanops:problem:validation"))
                .body("errors.field", equalTo(List.of(field)));
    }
}
