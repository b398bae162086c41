package city.urbanops.bench.client;

import java.time.Duration;

/**
 * Growing pauses between attempts.
 *
 * @param first the first pause; at least a millisecond
 * @param longest no pause is longer
 */
public record Backoff(Duration first, Duration longest) {

    /** Between attempts that failed on the way: a service that restarts takes seconds. */
    public static final Backoff OUTAGE = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(3));

    /** Between attempts that came before the event: it is on its way. */
    public static final Backoff CATCHING_UP = new Backoff(Duration.ofMillis(5), Duration.ofSeconds(1));

    private static final int MOST_DOUBLINGS = 20;

    /** Milliseconds to pause after the given number of failed attempts (1 = after the first); it doubles each time. */
    public long millisAfter(int failures) {
        long doubled = first.toMillis() << Math.min(Math.max(0, failures - 1), MOST_DOUBLINGS);
        return Math.min(doubled, longest.toMillis());
    }
}
