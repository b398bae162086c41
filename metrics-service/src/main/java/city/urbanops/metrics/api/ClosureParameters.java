package city.urbanops.metrics.api;

import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.Scope;
import city.urbanops.metrics.application.ClosureQuery;
import city.urbanops.metrics.application.ClosureQuery.GroupBy;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks query parameters, of which a bad one is refused by its name, and how far the caller may see. */
final class ClosureParameters {

    private static final int DISTRICT_DIGITS = 6;
    private static final int ISO_DATE_LENGTH = 10;

    private final Year thisYear;

    /** @param zone the city's, which decides what "this year" is */
    ClosureParameters(ZoneId zone, Instant now) {
        this.thisYear = Year.from(now.atZone(zone));
    }

    ClosureQuery query(@Nullable String groupBy, @Nullable String from, @Nullable String to, Scope scope) {
        var group = group(groupBy);
        if (scope.area().filter(area -> area.length() > DISTRICT_DIGITS).isPresent()) {
            throw new ProblemException(Problem.forbidden(
                    "Closure rates are kept by district; your account is limited to a smaller area."));
        }
        var period = period(from, to, scope);
        return new ClosureQuery(group, period.from(), period.to(), scope.department(), scope.area());
    }

    /** The dates asked for, by default this year, for a caller who may see anything at all. */
    Period period(@Nullable String from, @Nullable String to, Scope scope) {
        requireVisible(scope);
        var first = date("from", from, thisYear.atDay(1));
        var end = date("to", to, thisYear.plusYears(1).atDay(1));
        if (!first.isBefore(end)) {
            throw invalid(
                    from == null ? "to" : "from", "must be earlier than to: %s is not before %s".formatted(first, end));
        }
        return new Period(first, end);
    }

    /** From a day to the day after the last. */
    record Period(LocalDate from, LocalDate to) {}

    /** An account without a department sees nothing. */
    private static void requireVisible(Scope scope) {
        if (scope.nothing()) {
            throw new ProblemException(Problem.forbidden("Your account belongs to no department."));
        }
    }

    private static GroupBy group(@Nullable String name) {
        return Arrays.stream(GroupBy.values())
                .filter(group -> nameOf(group).equals(name))
                .findFirst()
                .orElseThrow(() -> invalid(
                        "groupBy",
                        Arrays.stream(GroupBy.values())
                                .map(ClosureParameters::nameOf)
                                .collect(Collectors.joining(", ", "must be one of ", ""))));
    }

    private static LocalDate date(String field, @Nullable String text, LocalDate otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            // Four digits of year: ISO's longer years are no dates of this city, nor of the database.
            if (text.length() == ISO_DATE_LENGTH) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException notADate) {
            // refused below
        }
        throw invalid(field, "must be a date like 2026-03-02");
    }

    private static String nameOf(GroupBy group) {
        return group.name().toLowerCase(Locale.ROOT);
    }

    private static ProblemException invalid(String field, String message) {
        return new ProblemException(Problem.invalid(field, message));
    }
}
