package city.urbanops.classifier;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Cuts a report into pieces that can be counted: words and pairs of words as far as the text separates them, single characters
 * and pairs of characters (which is what Chinese without separators offers), and the opening once more, because the first words say
 * what the report is about.
 */
final class TextPieces {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int LONGEST_WORD = 12;
    private static final int OPENING_WORDS = 20;
    private static final int OPENING_CHARACTERS = 24;

    /** A report says what it is about at its beginning; more text costs time and, measured, no accuracy is gained. */
    private static final int LONGEST_TEXT = 1_500;

    private TextPieces() {}

    /** Pieces with their number of occurrences, in the order of their first one. */
    static Map<String, Integer> of(String text) {
        Map<String, Integer> pieces = new LinkedHashMap<>();
        String[] words = SPACE.split(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text, -1);
        String previous = "";
        int opening = 0;
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            if (word.length() <= LONGEST_WORD) {
                count(pieces, "w" + word);
                count(pieces, "b" + previous + " " + word);
                if (i < OPENING_WORDS) {
                    count(pieces, "o" + word);
                }
            }
            for (int at = 0; at < word.length(); at++) {
                count(pieces, "c" + word.charAt(at));
                if (at + 2 <= word.length()) {
                    String pair = word.substring(at, at + 2);
                    count(pieces, "c" + pair);
                    if (word.length() > LONGEST_WORD && opening++ < OPENING_CHARACTERS) {
                        count(pieces, "o" + pair);
                    }
                }
            }
            previous = word;
        }
        return pieces;
    }

    /** The piece as it stands in the text. */
    static String wording(String piece) {
        return piece.substring(1).strip();
    }

    private static void count(Map<String, Integer> pieces, String piece) {
        pieces.merge(piece, 1, Integer::sum);
    }
}
