package city.urbanops.metrics.api;

import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.Scope;
import city.urbanops.metrics.application.ClosureQuery;
import city.urbanops.metrics.application.ClosureQuery.GroupBy;
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
        QueryChecks.requireVisible(scope);
        var first = QueryChecks.date("from", from, thisYear.atDay(1));
        var end = QueryChecks.date("to", to, thisYear.plusYears(1).atDay(1));
        if (!first.isBefore(end)) {
            throw QueryChecks.invalid(
                    from == null ? "to" : "from", "must be earlier than to: %s is not before %s".formatted(first, end));
        }
        return new Period(first, end);
    }

    /** From a day to the day after the last. */
    record Period(LocalDate from, LocalDate to) {}

    private static GroupBy group(@Nullable String name) {
        return Arrays.stream(GroupBy.values())
                .filter(group -> nameOf(group).equals(name))
                .findFirst()
                .orElseThrow(() -> QueryChecks.invalid(
                        "groupBy",
                        Arrays.stream(GroupBy.values())
                                .map(ClosureParameters::nameOf)
                                .collect(Collectors.joining(", ", "must be one of ", ""))));
    }

    private static String nameOf(GroupBy group) {
        return group.name().toLowerCase(Locale.ROOT);
    }
}
