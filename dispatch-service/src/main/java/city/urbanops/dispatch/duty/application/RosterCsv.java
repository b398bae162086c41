package city.urbanops.dispatch.duty.application;

import city.urbanops.dispatch.city.application.CsvRows;
import city.urbanops.dispatch.duty.domain.DutyPost;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A roster as a spreadsheet saves it, with the header {@code post_id,kind,area_code,weekdays,hours,holidays,name,phone,email,
 * effective_from,effective_until}; weekdays are parted by semicolons.
 */
public final class RosterCsv {

    private static final List<String> COLUMNS = List.of(
            "post_id",
            "kind",
            "area_code",
            "weekdays",
            "hours",
            "holidays",
            "name",
            "phone",
            "email",
            "effective_from",
            "effective_until");

    private RosterCsv() {}

    /**
     * The rows, in the order of the file.
     *
     * @throws ProblemException 400 naming the line where the text is no CSV, has a column nobody reads, or has too many rows
     */
    public static List<PostDraft> read(String text) {
        List<CsvRows.Row> rows = CsvRows.read(text, CheckRoster.MOST_POSTS);
        rows.stream()
                .flatMap(row -> row.fields().keySet().stream())
                .filter(column -> !COLUMNS.contains(column))
                .findFirst()
                .ifPresent(RosterCsv::refuse);
        return rows.stream().map(RosterCsv::draft).toList();
    }

    /** A misspelt column would be left out without a word, and the post be on duty every day. */
    private static void refuse(String column) {
        throw new ProblemException(Problem.invalid(
                "line 1", "'%s' is not a column; these are: %s".formatted(column, String.join(",", COLUMNS))));
    }

    private static PostDraft draft(CsvRows.Row row) {
        Map<String, String> fields = row.fields();
        return new PostDraft(
                row.at(),
                fields.get("post_id"),
                fields.get("kind"),
                fields.get("area_code"),
                weekdays(fields.get("weekdays")),
                fields.get("hours"),
                fields.get("holidays"),
                new DutyPost.Contact(fields.get("name"), fields.get("phone"), fields.get("email")),
                fields.get("effective_from"),
                fields.get("effective_until"));
    }

    private static List<String> weekdays(@Nullable String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split(";", -1))
                        .map(String::strip)
                        .filter(day -> !day.isEmpty())
                        .toList();
    }
}
