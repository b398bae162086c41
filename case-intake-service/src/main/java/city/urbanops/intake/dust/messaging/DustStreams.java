package city.urbanops.intake.dust.messaging;

import city.urbanops.contracts.reference.DustSitesDocument;
import city.urbanops.contracts.reference.ReferenceDocuments;
import city.urbanops.dust.DustRule;
import city.urbanops.dust.stream.DustCounts;
import city.urbanops.dust.stream.DustTopology;
import city.urbanops.dust.stream.Register;
import city.urbanops.dust.stream.StreamSettings;
import city.urbanops.intake.dust.application.DustConfig;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.reference.Derived;
import city.urbanops.kit.reference.ReferenceData;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs the dust topology in this process, from the moment the register of monitors is known (ADR 0025). */
@Singleton
class DustStreams {

    private static final Logger LOG = Logger.getLogger(DustStreams.class);
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(8);

    private final DustConfig config;
    private final Clock clock;
    private final Derived<DustSitesDocument, Register> register;
    private final DustCounts counts;
    private final DustStreamsProperties properties;
    private final Duration clockOffset;
    private volatile @Nullable KafkaStreams streams;
    private volatile boolean hasRun;

    DustStreams(
            DustConfig config,
            Clock clock,
            ReferenceData reference,
            DustCountsGauges gauges,
            DustStreamsProperties properties,
            @ConfigProperty(name = "urbanops.clock.offset") Optional<Duration> clockOffset) {
        this.config = config;
        this.clock = clock;
        this.register = reference.derive(ReferenceDocuments.DUST_SITES, Register::of);
        this.counts = gauges.counts();
        this.properties = properties;
        this.clockOffset = clockOffset.orElse(Duration.ZERO);
    }

    /** Waits for the register: without it every device would be unknown, and its readings refused for good. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    synchronized void startOnceTheRegisterIsKnown() {
        if (streams != null || !config.enabled() || !isRegisterKnown()) {
            return;
        }
        var topology =
                DustTopology.of(rule(), StreamSettings.standard().withClockOffset(clockOffset), register::get, counts);
        var starting = new KafkaStreams(topology, properties.get());
        starting.setUncaughtExceptionHandler(failure -> {
            LOG.errorf(failure, "dust detection failed and starts again");
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        starting.setStateListener((now, before) -> {
            hasRun |= now == KafkaStreams.State.RUNNING;
            LOG.infof("dust detection: %s", now);
        });
        starting.start();
        streams = starting;
    }

    @PreDestroy
    synchronized void stop() {
        var running = streams;
        if (running != null) {
            running.close(PATIENCE_AT_END);
            running.cleanUp();
            properties.removeDirectory();
        }
    }

    /** True once it has run, or if it is switched off. Trouble later on does not take the whole service out of use: readings wait. */
    boolean isReady() {
        return hasRun || !config.enabled();
    }

    String state() {
        var running = streams;
        return running == null ? "WAITING_FOR_REGISTER" : running.state().name();
    }

    private boolean isRegisterKnown() {
        try {
            register.get();
            return true;
        } catch (ProblemException notYet) {
            return false;
        }
    }

    private DustRule rule() {
        var standard = DustRule.standard(clock.getZone());
        var thresholds = standard.thresholds();
        var equipment = standard.equipment();
        return new DustRule(
                new DustRule.Thresholds(
                        config.aboveBackground(),
                        config.absolute(),
                        thresholds.haze(),
                        thresholds.calmShare(),
                        thresholds.severeFactor()),
                standard.hysteresis(),
                new DustRule.Equipment(
                        equipment.validShare(), equipment.silentAfter(), config.offlineAfter(), config.stuckAfter()),
                standard.zone());
    }
}
