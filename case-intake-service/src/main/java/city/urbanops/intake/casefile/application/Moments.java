package city.urbanops.intake.casefile.application;

import city.urbanops.kit.ids.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The time as it can be stored, and ids. */
@Singleton
class Moments {

    private final Clock clock;
    private final Ids ids;

    Moments(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    UUID newId() {
        return ids.next();
    }
}
