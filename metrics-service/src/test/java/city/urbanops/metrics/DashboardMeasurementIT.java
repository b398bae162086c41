package city.urbanops.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What every dashboard call takes over HTTP, at 300,000 cases and at ten times as many. It prints; it asserts only that all answer. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "metrics"))
@EnabledIfSystemProperty(named = "measure", matches = "true")
class DashboardMeasurementIT {

    private static final Logger LOG = Logger.getLogger(DashboardMeasurementIT.class);
    private static final int FEW = Integer.getInteger("measure.cases", 300_000);
    private static final int WARM_UP = 50;
    private static final int CALLS = 200;

    /** Calls that take long are repeated less often. */
    private static final int FEWEST = 12;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @TestHTTPResource("/")
    URI service;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void calls_take_the_same_at_ten_times_as_many_cases() throws Exception {
        // Given
        ManyCases.generate(FEW);
        var few = measure();

        // When
        ManyCases.generate(FEW * 10);
        var many = measure();

        // Then
        many.forEach((path, took) -> LOG.infof(
                "%s",
                String.format(
                        Locale.ROOT,
                        "%-95s p50 %5.1f -> %5.1f ms, p99 %5.1f -> %5.1f ms, ratio of p50 %.2f",
                        path,
                        few.get(path).p50(),
                        took.p50(),
                        few.get(path).p99(),
                        took.p99(),
                        took.p50() / few.get(path).p50())));
    }

    private Map<String, Took> measure() throws Exception {
        var token = Tokens.of("assessor");
        var took = new LinkedHashMap<String, Took>();
        for (var path : ManyCases.dashboardCalls()) {
            var nanos = new ArrayList<Long>();
            var end = System.nanoTime() + PATIENCE.toNanos();
            for (int i = 0; i < WARM_UP + CALLS && (i < FEWEST || System.nanoTime() < end); i++) {
                var since = System.nanoTime();
                var answer = client.send(
                        HttpRequest.newBuilder(service.resolve(path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                nanos.add(System.nanoTime() - since);
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
            }
            var warm = nanos.subList(nanos.size() / 4, nanos.size()).stream()
                    .sorted()
                    .toList();
            took.put(path, new Took(warm.get(warm.size() / 2) / 1e6, warm.get(warm.size() * 99 / 100) / 1e6));
            LOG.infof("%s %s", path, took.get(path));
        }
        return took;
    }

    private record Took(double p50, double p99) {}
}
