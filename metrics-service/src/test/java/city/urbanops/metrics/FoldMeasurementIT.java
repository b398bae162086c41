package city.urbanops.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.urbanops.metrics.application.Rebuild;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How fast events are folded, live and by a rebuild, on real engines. It asserts that all is counted, and only prints how long it took and
 * what CPU time it cost. {@code -Dmeasure.cases=300000} is a year of Liuzhou.
 */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "metrics"))
@EnabledIfSystemProperty(named = "measure", matches = "true")
class FoldMeasurementIT {

    private static final Logger LOG = Logger.getLogger(FoldMeasurementIT.class);
    private static final int CASES = Integer.getInteger("measure.cases", 30_000);
    private static final long EVENTS = CASES * 7L;
    private static final Instant START = Instant.parse("1999-01-01T00:00:00Z");

    @Inject
    Rebuild rebuild;

    @Test
    void folds_lives_of_seven_events() throws Exception {
        // Given: everything is in the log before the first of it is folded, so that publishing costs nothing of what is
        // measured
        try (var connection = UrbanOpsEngines.postgres().connect("metrics");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table case_fact in exclusive mode");
            publish();
        }

        // When
        var folding = new Lap();
        await().atMost(Duration.ofMinutes(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> closed() == CASES);
        folding.log("live");
        var rebuilding = new Lap();
        assertThat(rebuild.start()).isPresent();
        await().atMost(Duration.ofMinutes(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !rebuild.progress().state().equals("RUNNING"));
        rebuilding.log("rebuild");

        // Then
        LOG.infof("%s", rebuild.progress());
        assertThat(rebuild.progress().state()).isEqualTo("DONE");
        assertThat(rebuild.progress().found().facts()).isEqualTo(CASES);
        assertThat(rebuild.progress().found().differingFacts()).isZero();
        assertThat(rebuild.progress().found().differingRollups()).isZero();
        assertThat(Books.texts(RebuildIT.CHECKSUMS.formatted("public")))
                .isEqualTo(Books.texts(RebuildIT.CHECKSUMS.formatted("rebuild")));
    }

    /** From one moment to another, by the clock and by CPU time. */
    private static final class Lap {

        private final long start = System.nanoTime();
        private final CpuSeconds cpu = CpuSeconds.now();

        void log(String what) {
            var spent = CpuSeconds.now().since(cpu);
            var nanos = System.nanoTime() - start;
            LOG.infof(
                    "%s: %d events in %d ms, %d events/s; %s",
                    what,
                    EVENTS,
                    TimeUnit.NANOSECONDS.toMillis(nanos),
                    EVENTS * 1_000_000_000L / nanos,
                    spent.perMillion(EVENTS));
        }
    }

    private static long closed() throws Exception {
        return Long.parseLong(Books.texts(
                        "select coalesce(sum(closed), 0) from closure_rollup where class_code like 'E03__' and counted_on < '2010-01-01'")
                .get(0));
    }

    private static void publish() {
        try (var log = new CaseYear()) {
            log.publish(CASES, START);
        }
    }
}
