package city.urbanops.intake.duplicates.domain;

import java.util.HashSet;
import java.util.Set;

/**
 * A text as the set of its runs of three characters, without punctuation, spaces and case. Works for Chinese, which has no spaces between
 * words, as well as for any other script.
 *
 * @param hashes one number for each different run
 */
record Shingles(Set<Integer> hashes) {

    private static final int LENGTH = 3;

    /** Less than this says too little: "井盖坏了" is told of hundreds of covers. */
    private static final int MIN_CHARACTERS = 10;

    Shingles {
        hashes = Set.copyOf(hashes);
    }

    static Shingles of(String text) {
        var letters = text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .toArray();
        var hashes = new HashSet<Integer>();
        if (letters.length >= MIN_CHARACTERS) {
            for (var i = 0; i + LENGTH <= letters.length; i++) {
                hashes.add((letters[i] * 31 + letters[i + 1]) * 31 + letters[i + 2]);
            }
        }
        return new Shingles(hashes);
    }

    /** Share of runs both texts have among all they have (Jaccard), 0 to 1. */
    double likeness(Shingles other) {
        if (hashes.isEmpty() || other.hashes.isEmpty()) {
            return 0;
        }
        var common = hashes.stream().filter(other.hashes::contains).count();
        return (double) common / (hashes.size() + other.hashes.size() - common);
    }
}
