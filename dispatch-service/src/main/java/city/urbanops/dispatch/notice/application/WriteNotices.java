package city.urbanops.dispatch.notice.application;

import city.urbanops.dispatch.notice.config.NoticeConfig;
import city.urbanops.dispatch.notice.domain.Notice;
import city.urbanops.dispatch.notice.persistence.NoticeTable;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes down what units are to be told; delivery follows in its own time. */
@Singleton
public class WriteNotices {

    private final NoticeTable notices;
    private final Receivers receivers;
    private final NoticeConfig config;
    private final Clock clock;
    private final MeterRegistry meters;

    WriteNotices(NoticeTable notices, Receivers receivers, NoticeConfig config, Clock clock, MeterRegistry meters) {
        this.notices = notices;
        this.receivers = receivers;
        this.config = config;
        this.clock = clock;
        this.meters = meters;
    }

    /** Whether anybody wants to be called. */
    public boolean anybodyListens() {
        return receivers.any();
    }

    /** Keeps what units with a receiver are to be told, in the caller's transaction; what is too old or too much is counted. */
    public Uni<Void> write(Mutiny.StatelessSession session, List<Notice> told) {
        Instant oldest = clock.instant().minus(config.oldest());
        List<Notice> called = told.stream()
                .filter(notice -> notice.createdAt().isAfter(oldest) && receivers.has(notice.unitCode()))
                .toList();
        return notices.add(session, called, config.mostWaiting())
                .invoke(kept -> meters.counter("urbanops.notices.dropped").increment(called.size() - kept))
                .replaceWithVoid();
    }
}
