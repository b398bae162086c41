package city.urbanops.bench.load;

import java.time.Duration;

/**
 * When the reports of an open loop are due: evenly spaced, fixed before it starts, whatever the platform does.
 *
 * @param start {@link System#nanoTime()} of the first
 * @param perSecond reports a second; positive
 * @param time how long reports arrive
 */
record ArrivalSchedule(long start, double perSecond, Duration time) {

    private static final double NANOS = 1e9;

    ArrivalSchedule {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("an arrival rate must be positive");
        }
    }

    /** How many reports there are. */
    long count() {
        return (long) (perSecond * time.toNanos() / NANOS);
    }

    /** When number {@code number} (from 0) is due. */
    long due(long number) {
        return start + (long) (number * NANOS / perSecond);
    }
}
