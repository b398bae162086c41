package city.urbanops.bench.client;

/**
 * How long after an event a service has usually consumed it too. Learned from its own answers: an attempt that came too
 * early lengthens it, one that came in time shortens it, and it settles where about one attempt in twenty is early. Without
 * it, every early call would cost the platform a request that measures nothing.
 */
public final class Lead {

    private static final double LONGER = 1.2;
    private static final double SHORTER = 0.99;
    private static final double LEAST_MILLIS = 0.5;
    private static final double MOST_MILLIS = 500;

    private double millis = LEAST_MILLIS;

    /** The attempt came before the service knew. */
    public void early() {
        millis = Math.min(MOST_MILLIS, Math.max(1, millis * LONGER));
    }

    /** The attempt came in time. */
    public void inTime() {
        millis = Math.max(LEAST_MILLIS, millis * SHORTER);
    }

    /** Whole milliseconds to let pass before the first attempt; 0 means none. */
    public long millis() {
        return Math.round(Math.floor(millis));
    }
}
