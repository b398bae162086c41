package city.urbanops.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * From an event's publication to the figure that counts it, idle and beside as many other events as one publisher gets acknowledged one
 * after the other. Prints; asserts that all arrive.
 */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "metrics"))
@EnabledIfSystemProperty(named = "measure", matches = "true")
class FreshnessMeasurementIT {

    private static final Logger LOG = Logger.getLogger(FreshnessMeasurementIT.class);
    private static final String GRID = "450202001001001";
    private static final int IDLE = 100;
    private static final int BUSY = 200;
    private static final int EVENTS_A_TICK = 20;
    private static final long TICK_MILLIS = 20;

    @Test
    @SuppressWarnings("FutureReturnValueIgnored") // what the load sent is counted and awaited
    void a_figure_follows_its_event_within_a_second() throws Exception {
        try (var probe = new EventProbe();
                var connection = UrbanOpsEngines.postgres().connect("metrics")) {
            ask(probe, connection, "E0901", 20);
            LOG.infof("idle: %s", ask(probe, connection, "E0902", IDLE));
            var sent = new AtomicLong();
            var load = Executors.newSingleThreadScheduledExecutor();
            try (var other = new EventProbe()) {
                load.scheduleAtFixedRate(
                        () -> {
                            for (int i = 0; i < EVENTS_A_TICK; i++) {
                                CaseStory.reported(other, Instant.now(), "E0903", GRID);
                                sent.incrementAndGet();
                            }
                        },
                        0,
                        TICK_MILLIS,
                        TimeUnit.MILLISECONDS);
                var since = System.nanoTime();
                var busy = ask(probe, connection, "E0904", BUSY);
                LOG.infof(
                        "under load: %s, at %d events/s",
                        busy, sent.get() * 1_000_000_000L / (System.nanoTime() - since));
            } finally {
                load.shutdown();
                assertThat(load.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            }
            await().atMost(Duration.ofMinutes(2)).until(() -> reported(connection, "E0903") == sent.get());
        }
    }

    /** One report after the other, each when the one before was counted. */
    private static String ask(EventProbe probe, Connection connection, String classCode, int reports) throws Exception {
        var nanos = new long[reports];
        for (int i = 0; i < reports; i++) {
            var since = System.nanoTime();
            CaseStory.reported(probe, Instant.now(), classCode, GRID);
            var expected = i + 1;
            await().atMost(Duration.ofSeconds(30))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(4))
                    .until(() -> reported(connection, classCode) == expected);
            nanos[i] = System.nanoTime() - since;
        }
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "p50 %.0f ms, p99 %.0f ms, most %.0f ms of %d",
                nanos[reports / 2] / 1e6,
                nanos[reports * 99 / 100] / 1e6,
                nanos[reports - 1] / 1e6,
                reports);
    }

    private static long reported(Connection connection, String classCode) throws Exception {
        try (var statement = connection.prepareStatement(
                "select coalesce(sum(reported), 0) from dashboard_rollup where slice = 'classes' and grain = 'day' and key = ?")) {
            statement.setString(1, classCode);
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }
}
