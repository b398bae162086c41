package city.urbanops.classifier;

import java.time.Duration;

/**
 * How a model is trained. The defaults were chosen on time-ordered splits of several cities (ADR 0020).
 *
 * @param resultsAfter how long after a case's opening its result is known; training waits as long, so that it meets what it
 *     will meet in life
 * @param wantedAccuracy share of right ones wanted among the cases dispatched without a person, 0–1
 * @param mostPieces how many pieces of text are looked at, the most frequent: each costs memory for every label
 */
public record Settings(Duration resultsAfter, double wantedAccuracy, int mostPieces) {

    public Settings {
        if (resultsAfter.isNegative()) {
            throw new IllegalArgumentException("a result is not known before its case: " + resultsAfter);
        }
        if (!(wantedAccuracy > 0 && wantedAccuracy < 1)) {
            throw new IllegalArgumentException("an accuracy lies between 0 and 1: " + wantedAccuracy);
        }
    }

    /** With every piece of text that occurs twice. */
    public Settings(Duration resultsAfter, double wantedAccuracy) {
        this(resultsAfter, wantedAccuracy, Integer.MAX_VALUE);
    }

    /** Results after ten days; 99.6 % right, what Liuzhou's own dispatch centre reports. */
    public static Settings usual() {
        return new Settings(Duration.ofDays(10), 0.996);
    }

    /** The same for cases without a date: each result is known before the next case. */
    public static Settings undated() {
        return new Settings(Duration.ZERO, 0.996);
    }

    double delayDays() {
        return resultsAfter.toSeconds() / 86_400.0;
    }
}
