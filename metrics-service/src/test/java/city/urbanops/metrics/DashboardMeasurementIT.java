package city.urbanops.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import city.urbanops.metrics.application.FoldFacts;
import city.urbanops.metrics.domain.CaseFact;
import city.urbanops.metrics.domain.Occurrence;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What every dashboard call takes over HTTP, at 300,000 cases and at ten times as many, and sheets also while events of their month are
 * folded without end. It prints; it asserts only that all answer.
 */
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

    private static final Duration PATIENCE = Duration.ofMillis(1_200);

    @TestHTTPResource("/")
    URI service;

    @Inject
    Transactions transactions;

    @Inject
    OwnContext contexts;

    @Inject
    FoldFacts fold;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void calls_take_the_same_at_ten_times_as_many_cases() throws Exception {
        // Given
        ManyCases.generate(FEW);
        var few = measure();

        // When
        ManyCases.generate(FEW * 10);
        var many = measure();

        var live = new LinkedHashMap<String, Took>();
        try (var folding = new Folding(transactions, contexts, fold)) {
            measure(ManyCases.sheets()).forEach((path, took) -> live.put(path + " beside " + folding.rate(), took));
        }

        // Then
        many.forEach((path, took) -> LOG.infof("%s", line(path, few.get(path), took)));
        live.forEach((path, took) -> LOG.infof("%-95s p50 %5.1f ms, p99 %5.1f ms", path, took.p50(), took.p99()));
        LOG.infof(
                "worst p99 %.1f ms; worst ratio of p99 %.2f, of p50 %.2f",
                many.values().stream().mapToDouble(Took::p99).max().orElseThrow(),
                ratio(few, many, Took::p99),
                ratio(few, many, Took::p50));
    }

    private static double ratio(Map<String, Took> few, Map<String, Took> many, ToDoubleFunction<Took> figure) {
        return many.entrySet().stream()
                .mapToDouble(
                        took -> figure.applyAsDouble(took.getValue()) / figure.applyAsDouble(few.get(took.getKey())))
                .max()
                .orElseThrow();
    }

    private static String line(String path, Took few, Took many) {
        return String.format(
                Locale.ROOT,
                "%-95s p50 %5.1f -> %5.1f ms (%.2f), p99 %5.1f -> %5.1f ms (%.2f), first %.0f -> %.0f ms",
                path,
                few.p50(),
                many.p50(),
                many.p50() / few.p50(),
                few.p99(),
                many.p99(),
                many.p99() / few.p99(),
                few.first(),
                many.first());
    }

    private Map<String, Took> measure() throws Exception {
        return measure(ManyCases.dashboardCalls());
    }

    private Map<String, Took> measure(List<String> paths) throws Exception {
        var token = Tokens.of("assessor");
        var took = new LinkedHashMap<String, Took>();
        for (var path : paths) {
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
            took.put(
                    path,
                    new Took(
                            warm.get(warm.size() / 2) / 1e6,
                            warm.get(warm.size() * 99 / 100) / 1e6,
                            nanos.get(0) / 1e6));
            LOG.infof("%s %s", path, took.get(path));
        }
        return took;
    }

    private record Took(double p50, double p99, double first) {}

    /** Folds escalations of cases of one month, ten in each transaction, again and again, until it is closed. */
    private static final class Folding implements AutoCloseable {

        private static final int AT_ONCE = 10;
        private static final Duration PAUSE = Duration.ofMillis(100);

        private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        private final Random random = new Random(1);
        private final List<UUID> cases;
        private final ScheduledFuture<?> rounds;

        Folding(Transactions transactions, OwnContext contexts, FoldFacts fold) throws SQLException {
            this.cases = Books.texts(
                            "select case_id from case_fact where counted_on >= '2016-05-01' and counted_on < '2016-06-01'")
                    .stream()
                    .map(UUID::fromString)
                    .toList();
            this.rounds = timer.scheduleAtFixedRate(
                    () -> contexts.run(() -> transactions.write(session -> fold.fold(session, events())))
                            .await()
                            .indefinitely(),
                    0,
                    PAUSE.toMillis(),
                    TimeUnit.MILLISECONDS);
        }

        String rate() {
            return AT_ONCE * 1000 / PAUSE.toMillis() + " events/s";
        }

        private List<CaseFact> events() {
            return Stream.generate(() -> new Occurrence(cases.get(random.nextInt(cases.size())), 2, Instant.now()))
                    .limit(AT_ONCE)
                    .map(on -> random.nextBoolean()
                            ? on.overdue(on.at().plusSeconds(5))
                            : on.handedBack(on.at(), on.at().minusSeconds(random.nextInt(20) - 10)))
                    .toList();
        }

        @Override
        public void close() {
            assertThat(rounds.isDone()).as("a fold failed").isFalse();
            timer.shutdown();
        }
    }
}
