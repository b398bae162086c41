package city.urbanops.metrics.domain;

import java.time.Instant;

/**
 * When in the life of a case something was said: first by the round, then by the time. The round goes first because it is counted by the
 * case, while the times come from the clocks of several services.
 *
 * @param order the round above 52 bits of microseconds since 1970; 0 is before everything
 */
public record Stamp(long order) implements Comparable<Stamp> {

    /** Before everything that was ever said. */
    public static final Stamp NEVER = new Stamp(0);

    private static final int TIME_BITS = 52;
    private static final long MICROS_OF_A_SECOND = 1_000_000;
    private static final int MOST_ROUNDS = 1 << (63 - TIME_BITS);

    /**
     * The stamp of an event.
     *
     * @throws IllegalArgumentException if the round is not 1 to 2047, or the time not between 1970 and 2112
     */
    public static Stamp of(int round, Instant at) {
        if (round < 1 || round >= MOST_ROUNDS) {
            throw new IllegalArgumentException("round " + round + " is not between 1 and " + (MOST_ROUNDS - 1));
        }
        return new Stamp(((long) round << TIME_BITS) | micros(at));
    }

    @SuppressWarnings("JavaInstantGetSecondsGetNano") // the seconds are asked for two lines above
    private static long micros(Instant at) {
        // by hand: ChronoUnit.between costs more than the rest of reading an event's time
        var seconds = at.getEpochSecond();
        if (seconds >= 0 && seconds <= (1L << TIME_BITS) / MICROS_OF_A_SECOND) {
            var micros = seconds * MICROS_OF_A_SECOND + at.getNano() / 1_000;
            if (micros > 0 && micros < 1L << TIME_BITS) {
                return micros;
            }
        }
        throw new IllegalArgumentException("the time is not between 1970 and 2112");
    }

    /** The time of the event. */
    Instant at() {
        var micros = order & ((1L << TIME_BITS) - 1);
        return Instant.ofEpochSecond(micros / MICROS_OF_A_SECOND, micros % MICROS_OF_A_SECOND * 1_000);
    }

    @Override
    public int compareTo(Stamp other) {
        return Long.compare(order, other.order);
    }
}
