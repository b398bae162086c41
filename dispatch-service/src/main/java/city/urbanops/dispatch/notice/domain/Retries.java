package city.urbanops.dispatch.notice.domain;

import java.time.Duration;

/**
 * How long to wait for a receiver that failed.
 *
 * @param firstPause after the first failure; it doubles with each
 * @param longestPause however many there were
 * @param givenUpAfter so many failures in a row that are its own fault
 */
public record Retries(Duration firstPause, Duration longestPause, int givenUpAfter) {

    private static final int MOST_DOUBLINGS = 20;

    /** The pause after so many failures in a row, from 1. */
    Duration after(int failures) {
        Duration doubled = firstPause.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return doubled.compareTo(longestPause) > 0 ? longestPause : doubled;
    }
}
