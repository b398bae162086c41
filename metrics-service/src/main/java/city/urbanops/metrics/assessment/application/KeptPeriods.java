package city.urbanops.metrics.assessment.application;

import city.urbanops.metrics.assessment.domain.CompiledScheme;
import city.urbanops.metrics.assessment.domain.Period;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Periods that somebody asked for lately, in this instance's memory. It may forget any of them at any time. */
@Singleton
class KeptPeriods {

    /** Some 250 bytes each, their JSON included; of a month's 25,000 cases some thousands cost something. */
    private static final int MOST_CASES = 200_000;

    /** What a period weighs beside its cases, so that not every empty one is kept. */
    private static final int OF_A_PERIOD = 200;

    private static final Duration UNUSED = Duration.ofHours(1);

    private final Clock clock;
    private final Cache<Key, KeptPeriod> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_CASES)
            .weigher((Key key, KeptPeriod one) -> OF_A_PERIOD + one.costs().size())
            .executor(Runnable::run)
            .build();

    KeptPeriods(Clock clock) {
        this.clock = clock;
    }

    private record Key(String scheme, int version, String period) {

        static Key of(CompiledScheme scheme, Period period) {
            return new Key(scheme.scheme().id(), scheme.scheme().version(), period.name());
        }
    }

    /** What is kept of it; a fresh one if nothing is. */
    KeptPeriod find(CompiledScheme scheme, Period period) {
        var found = kept.getIfPresent(Key.of(scheme, period));
        return found == null ? KeptPeriod.fresh(scheme, period, clock.instant()) : found;
    }

    /** Of two that are put at once either may stay: both are true, each of its position. */
    void put(KeptPeriod one) {
        kept.put(Key.of(one.scheme(), one.period()), one);
    }

    /** Those in use; what nobody asked for during an hour is forgotten. */
    List<KeptPeriod> used() {
        var since = clock.instant().minus(UNUSED);
        kept.asMap().values().removeIf(one -> one.askedAt().isBefore(since));
        return List.copyOf(kept.asMap().values());
    }
}
