package city.urbanops.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.metrics.Books;
import city.urbanops.metrics.ManyCases;
import city.urbanops.metrics.forecast.application.CountRepeats;
import city.urbanops.metrics.forecast.application.FindHotspots;
import city.urbanops.metrics.forecast.application.UnitRecords;
import city.urbanops.metrics.forecast.application.WatchCity;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What forecasts take over HTTP, and their jobs, with millions of cases up to now. It prints; it asserts only that all answer. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "metrics"))
@EnabledIfSystemProperty(named = "measure", matches = "true")
class ForecastMeasurementIT {

    private static final Logger LOG = Logger.getLogger(ForecastMeasurementIT.class);
    private static final int CASES = Integer.getInteger("measure.cases", 300_000) * 10;
    private static final Duration SPACING = Duration.ofSeconds(105);
    private static final int CALLS = 200;
    private static final int FEWEST = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final List<String> CALLED = List.of(
            "forecast/at-risk",
            "forecast/at-risk?withinHours=80",
            "forecast/at-risk/cases?unit=unit-7",
            "forecast/trend",
            "forecast/trend?class=E0003",
            "forecast/trend?unit=unit-7",
            "forecast/trend?unit=unit-7&class=E0003",
            "forecast/trend?district=450203&class=E0003",
            "forecast/trend?grid=450203001004",
            "forecast/trend?grid=450203001004&class=E0003",
            "forecast/backtest?class=E0003",
            "forecast/backtest?groupBy=class",
            "forecast/hotspots",
            "forecast/hotspots?by=place&unit=unit-7",
            "forecast/hotspots/cases?grid=450203001004",
            "forecast/repeat-rate",
            "forecast/repeat-rate?groupBy=unit",
            "warnings");

    @TestHTTPResource("/")
    URI service;

    @Inject
    UnitRecords records;

    @Inject
    FindHotspots hotspots;

    @Inject
    CountRepeats repeats;

    @Inject
    WatchCity city;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void answers_at_millions_of_cases() throws Exception {
        // Given
        ManyCases.generate(
                CASES, Instant.now().minus(SPACING.multipliedBy(CASES)).toString());

        // Then
        job("record of units", records.renew());
        job("places", hotspots.renew());
        job("repeats, all months", repeats.turn());
        job("repeats, one turn", repeats.turn());
        job("watch", city.watch());
        job("watch again", city.watch());
        for (var path : CALLED) {
            measure("/api/v1/metrics/" + path);
        }
        for (var line : Books.texts("""
                explain (analyze, buffers) select counted_on as day, count(*) as cases from case_fact
                where filed_at >= now() - interval '168 days' and filed_at < now()
                  and area_code >= '450203001004' and area_code <= '450203001004' || 'Z' and sets & 2 <> 0
                group by 1
                """)) {
            LOG.info(line);
        }
    }

    private static void job(String name, Uni<Void> work) {
        var since = System.nanoTime();
        work.await().indefinitely();
        LOG.infof("job %s took %d ms", name, (System.nanoTime() - since) / 1_000_000);
    }

    private void measure(String path) throws Exception {
        var token = Tokens.of("assessor");
        var nanos = new ArrayList<Long>();
        var end = System.nanoTime() + PATIENCE.toNanos();
        for (int i = 0; i < CALLS && (i < FEWEST || System.nanoTime() < end); i++) {
            var since = System.nanoTime();
            var answer = client.send(
                    HttpRequest.newBuilder(service.resolve(path))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            nanos.add(System.nanoTime() - since);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
        }
        var warm =
                nanos.subList(nanos.size() / 4, nanos.size()).stream().sorted().toList();
        LOG.infof(
                "%s",
                String.format(
                        Locale.ROOT,
                        "%-70s %4d calls, p50 %6.1f, p99 %6.1f ms",
                        path,
                        nanos.size(),
                        warm.get(warm.size() / 2) / 1e6,
                        warm.get(warm.size() * 99 / 100) / 1e6));
    }
}
