package city.urbanops.kit.http;

import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The place in a list after which to read on: the sort key of the last row, opaque to the client.
 *
 * @param parts the columns of the key, as text without the separator
 */
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = "\u001f";

    public Cursor {
        parts = List.copyOf(parts);
    }

    public static Cursor of(Object... parts) {
        return new Cursor(Arrays.stream(parts).map(Object::toString).toList());
    }

    String encoded() {
        var text = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /** @throws ProblemException 400 if the text is no cursor with so many parts */
    static Cursor decoded(String text, int parts) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var cursor = new Cursor(List.of(plain.split(SEPARATOR, -1)));
            if (cursor.parts().size() == parts) {
                return cursor;
            }
        } catch (IllegalArgumentException notBase64) {
            // the same answer as for a cursor of another list
        }
        throw new ProblemException(Problem.invalid("cursor", "is not a cursor of this list"));
    }
}
