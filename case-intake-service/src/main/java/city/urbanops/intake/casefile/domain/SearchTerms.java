package city.urbanops.intake.casefile.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * What a person looks for, in the parts that texts are found by: a word finds words that begin with it, Chinese characters find the same
 * characters side by side, and all of it must be there. The SQL function {@code case_terms} takes texts apart by the same rules (ADR 0027).
 *
 * @param segments what was written in one piece, a word or Chinese characters side by side, each in its parts; a text must have all of them
 * @param runs lower-case Chinese of three characters and more, which must also stand there in one piece
 */
public record SearchTerms(List<List<Part>> segments, List<String> runs) {

    private static final int LONGEST_WORD = 40;

    public SearchTerms {
        segments = segments.stream().map(List::copyOf).toList();
        runs = List.copyOf(runs);
    }

    /** The terms of a question; empty if there is no letter, digit or Chinese character in it. */
    public static Optional<SearchTerms> of(String question) {
        var text = Normalizer.normalize(question, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var segments = new ArrayList<List<Part>>();
        var runs = new ArrayList<String>();
        for (var at = 0; at < text.length(); ) {
            var first = text.codePointAt(at);
            if (isHan(first)) {
                var end = end(text, at, SearchTerms::isHan);
                segments.add(han(text.substring(at, end), runs));
                at = end;
            } else if (Character.isLetterOrDigit(first)) {
                var end = end(text, at, c -> Character.isLetterOrDigit(c) && !isHan(c));
                segments.add(List.of(new Part(shortened(text.substring(at, end)), true)));
                at = end;
            } else {
                at += Character.charCount(first);
            }
        }
        return segments.isEmpty() ? Optional.empty() : Optional.of(new SearchTerms(segments, runs));
    }

    /** The parts of all segments, in the order they were written. */
    public List<Part> parts() {
        return segments.stream().flatMap(List::stream).toList();
    }

    private static List<Part> han(String run, List<String> runs) {
        if (run.length() == 1) {
            return List.of(new Part(run, true));
        }
        var parts = new ArrayList<Part>();
        for (var i = 0; i + 2 <= run.length(); i++) {
            parts.add(new Part(run.substring(i, i + 2), false));
        }
        if (run.length() > 2) {
            runs.add(run);
        }
        return parts;
    }

    private static String shortened(String word) {
        return word.codePointCount(0, word.length()) <= LONGEST_WORD
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LONGEST_WORD));
    }

    private static int end(String text, int begin, IntPredicate belongs) {
        var at = begin;
        while (at < text.length() && belongs.test(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    /** The characters the database pairs: all of the basic plane. */
    private static boolean isHan(int c) {
        return (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff);
    }

    /**
     * One part.
     *
     * @param text letters and digits only
     * @param isBeginning true if a part that begins with it will do
     */
    public record Part(String text, boolean isBeginning) {}
}
