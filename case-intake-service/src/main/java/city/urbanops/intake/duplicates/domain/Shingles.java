package city.urbanops.intake.duplicates.domain;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A text as the set of its runs of three characters, without punctuation, spaces and case. Works for Chinese, which has no spaces between
 * words, as well as for any other script. Numbers in order, not a set of objects: a question compares a hundred texts.
 */
final class Shingles {

    private static final int LENGTH = 3;

    /** Less than this says too little: "井盖坏了" is told of hundreds of covers. */
    private static final int MIN_CHARACTERS = 10;

    /** One for each different run, ascending. */
    private final int[] hashes;

    private Shingles(int[] hashes) {
        this.hashes = hashes;
    }

    static Shingles of(String text) {
        var letters = text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .toArray();
        if (letters.length < MIN_CHARACTERS) {
            return new Shingles(new int[0]);
        }
        var runs = new int[letters.length - LENGTH + 1];
        for (var i = 0; i < runs.length; i++) {
            runs[i] = (letters[i] * 31 + letters[i + 1]) * 31 + letters[i + 2];
        }
        Arrays.sort(runs);
        return new Shingles(Arrays.stream(runs).distinct().toArray());
    }

    /** One number for each different run, ascending; none for a text too short to tell. */
    IntStream hashes() {
        return Arrays.stream(hashes);
    }

    /** Share of runs both texts have among all they have (Jaccard), 0 to 1. */
    double likeness(Shingles other) {
        if (hashes.length == 0 || other.hashes.length == 0) {
            return 0;
        }
        var common = common(hashes, other.hashes);
        return (double) common / (hashes.length + other.hashes.length - common);
    }

    private static int common(int[] some, int[] others) {
        var common = 0;
        var i = 0;
        var j = 0;
        while (i < some.length && j < others.length) {
            if (some[i] == others[j]) {
                common++;
                i++;
                j++;
            } else if (some[i] < others[j]) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }
}
