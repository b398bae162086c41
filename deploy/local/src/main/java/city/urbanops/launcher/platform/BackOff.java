package city.urbanops.launcher.platform;

import java.time.Duration;

/** How long to wait before a process that died is started again: longer each time, short again after a long life. */
final class BackOff {

    static final Duration FIRST = Duration.ofMillis(250);
    static final Duration LONGEST = Duration.ofSeconds(30);
    static final Duration LONG_LIFE = Duration.ofSeconds(60);

    private Duration next = FIRST;

    /** Returns the wait after a life of that length, between {@link #FIRST} and {@link #LONGEST}. */
    Duration after(Duration life) {
        if (life.compareTo(LONG_LIFE) >= 0) {
            next = FIRST;
        }
        Duration wait = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return wait;
    }
}
