package city.urbanops.intake.casefile.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Hands out case numbers from blocks of a hundred, so that most reports need no look at the sequence. Numbers may have gaps. */
@Singleton
class CaseNumbers {

    private static final int BLOCK = 100;

    private final DateTimeFormatter day;
    private long next;
    private long end;

    CaseNumbers(Clock clock) {
        day = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).withZone(clock.getZone());
    }

    /** The city's date and a serial number, for example {@code 20260302-000123}. */
    Uni<String> next(Mutiny.StatelessSession session, Instant now) {
        return fromBlock()
                .map(serial -> Uni.createFrom().item(serial))
                .orElseGet(() -> session.createNativeQuery("select nextval('case_number')", Long.class)
                        .getSingleResult()
                        .map(this::openBlock))
                .map(serial -> String.format(Locale.ROOT, "%s-%06d", day.format(now), serial));
    }

    private synchronized Optional<Long> fromBlock() {
        return next < end ? Optional.of(next++) : Optional.empty();
    }

    private synchronized long openBlock(long first) {
        next = first + 1;
        end = first + BLOCK;
        return first;
    }
}
