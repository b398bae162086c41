package city.urbanops.bench.platform;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for conditions that only polling can see. */
public final class Waiting {

    private Waiting() {}

    /**
     * Asks again and again until it holds.
     *
     * @param limit how long to go on asking
     * @param pause between two questions
     * @return whether it held before the limit; false also when the thread was interrupted
     */
    public static boolean until(BooleanSupplier condition, Duration limit, Duration pause) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() >= deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(pause.toNanos());
        }
        return true;
    }

    /** Returns at the given {@link System#nanoTime()}, or at once when it has passed. */
    public static void untilNanoTime(long moment) {
        long left = moment - System.nanoTime();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(Math.min(left, TimeUnit.SECONDS.toNanos(1)));
            left = moment - System.nanoTime();
        }
    }
}
