package city.urbanops.kit.http;

import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

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

    /** A column that is text. */
    public String text(int part) {
        return parts.get(part);
    }

    /**
     * A column that is an id.
     *
     * @throws ProblemException 400 if it is no id
     */
    public UUID id(int part) {
        try {
            return UUID.fromString(text(part));
        } catch (IllegalArgumentException noId) {
            throw ofAnotherList();
        }
    }

    /**
     * A column that is an instant.
     *
     * @throws ProblemException 400 if it is no instant, or none that the database can hold
     */
    public Instant instant(int part) {
        return StorableTime.instant(text(part)).orElseThrow(Cursor::ofAnotherList);
    }

    /**
     * A column that is a date.
     *
     * @throws ProblemException 400 if it is no date, or none that the database can hold
     */
    public LocalDate day(int part) {
        return StorableTime.day(text(part)).orElseThrow(Cursor::ofAnotherList);
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
            if (cursor.parts().size() == parts && plain.indexOf('\0') < 0) {
                return cursor;
            }
        } catch (IllegalArgumentException notBase64) {
            // the same answer as for a cursor of another list
        }
        throw ofAnotherList();
    }

    private static ProblemException ofAnotherList() {
        return new ProblemException(Problem.invalid("cursor", "is not a cursor of this list"));
    }
}
