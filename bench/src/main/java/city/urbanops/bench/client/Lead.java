package city.urbanops.bench.client;

import java.time.Duration;

/**
 * How long after an event a service has usually consumed it too. Learned from its own answers: an attempt that came too
 * early lengthens it, one that came in time shortens it, and it settles where about one attempt in thirty is early. Without
 * it, every early call would cost the platform a request that measures nothing.
 */
public final class Lead {

    private static final double LONGER = 1.4;
    private static final double SHORTER = 0.99;
    private static final double LEAST_MILLIS = 0.5;
    private static final double MOST_MILLIS = 2_000;

    private double millis = LEAST_MILLIS;

    /** The attempt came before the service knew. */
    public void early() {
        millis = Math.min(MOST_MILLIS, Math.max(1, millis * LONGER));
    }

    /** The attempt came in time. */
    public void inTime() {
        millis = Math.max(LEAST_MILLIS, millis * SHORTER);
    }

    /** Milliseconds to let pass after so many early attempts (from 1): from half the usual time on, doubling. */
    public long millisAfterEarly(int attempts) {
        long first = Math.max(Backoff.CATCHING_UP.millisAfter(1), millis() / 2);
        return new Backoff(Duration.ofMillis(first), Backoff.CATCHING_UP.longest()).millisAfter(attempts);
    }

    /** Whole milliseconds to let pass before the first attempt; 0 means none. */
    public long millis() {
        return Math.round(Math.floor(millis));
    }
}
