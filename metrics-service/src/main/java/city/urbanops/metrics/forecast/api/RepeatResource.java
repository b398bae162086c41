package city.urbanops.metrics.forecast.api;

import city.urbanops.contracts.Roles;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.CurrentCaller;
import city.urbanops.metrics.api.FigureReaders;
import city.urbanops.metrics.api.QueryChecks;
import city.urbanops.metrics.domain.Repeat;
import city.urbanops.metrics.forecast.application.CityDays;
import city.urbanops.metrics.forecast.application.CountRepeats;
import city.urbanops.metrics.forecast.application.RepeatCounts.GroupBy;
import city.urbanops.metrics.forecast.application.RepeatCounts.Query;
import city.urbanops.metrics.forecast.application.RepeatCounts.Sum;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The rate of repeats 重复发生率: filed cases that repeat an earlier one of the same class and place. A lead sees the own unit's. */
@Path("/api/v1/metrics/forecast/repeat-rate")
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed(FigureReaders.READ_FIGURES)
public class RepeatResource {

    private static final int DISTRICT_DIGITS = 6;
    private static final int MONTH_LENGTH = 7;
    private static final int USUAL_MONTHS = 11;

    private final CountRepeats repeats;
    private final CityDays days;
    private final CurrentCaller caller;

    RepeatResource(CountRepeats repeats, CityDays days, CurrentCaller caller) {
        this.repeats = repeats;
        this.days = days;
        this.caller = caller;
    }

    /** By group, sorted by key. */
    @GET
    @Operation(
            summary =
                    "Share of filed cases that repeat one of the same class and smallest area of the thirty days before")
    public Uni<Rates> rates(
            @BeanParam SubjectParameters subject,
            @Parameter(description = "month (default), unit, district or class") @RestQuery @Nullable String groupBy,
            @Parameter(description = "first month, like 2026-03; default: eleven months before the last")
                    @RestQuery
                    @Nullable
                    String from,
            @Parameter(description = "last month; default: the present") @RestQuery @Nullable String to) {
        var about = subject.subject(caller.get().scope(Roles.CENTRAL));
        var area = about.areaCode();
        if (subject.grid != null) {
            throw QueryChecks.invalid("grid", "is too small for a rate; hotspots tell of it");
        }
        if (area != null && area.length() > DISTRICT_DIGITS) {
            throw new ProblemException(
                    Problem.forbidden("The rate is kept by district; your account is limited to a smaller area."));
        }
        var last = month("to", to, YearMonth.from(days.today()));
        var first = month("from", from, last.minusMonths(USUAL_MONTHS));
        if (first.isAfter(last)) {
            throw QueryChecks.invalid("from", "must not be after to, which is " + last);
        }
        var query = new Query(
                groupBy(groupBy),
                first,
                last,
                Optional.ofNullable(about.unit()),
                Optional.ofNullable(area),
                Optional.ofNullable(about.classCode()));
        return repeats.answer(query).map(answer -> Rates.of(answer, first, last));
    }

    /**
     * The rates of a query.
     *
     * @param withinDays how long before a case an earlier one must have been filed for it to be a repeat
     * @param from first month
     * @param to last month
     * @param asOf when the oldest of these months was counted; null while one is not counted yet
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Rates(
            int withinDays,
            YearMonth from,
            YearMonth to,
            List<Rate> items,
            @Nullable Instant asOf) {

        static Rates of(CountRepeats.Answer answer, YearMonth from, YearMonth to) {
            return new Rates(
                    Repeat.DAYS,
                    from,
                    to,
                    answer.groups().stream().map(Rate::of).toList(),
                    answer.asOf().orElse(null));
        }
    }

    /**
     * One group.
     *
     * @param part repeated cases
     * @param base filed cases, never 0
     * @param value part ÷ base
     */
    public record Rate(String key, long part, long base, double value) {

        static Rate of(Sum sum) {
            return new Rate(sum.key(), sum.repeated(), sum.filed(), (double) sum.repeated() / sum.filed());
        }
    }

    private static GroupBy groupBy(@Nullable String asked) {
        if (asked == null) {
            return GroupBy.MONTH;
        }
        return Arrays.stream(GroupBy.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(asked))
                .findFirst()
                .orElseThrow(() -> QueryChecks.invalid("groupBy", "must be month, unit, district or class"));
    }

    private static YearMonth month(String field, @Nullable String asked, YearMonth otherwise) {
        if (asked == null) {
            return otherwise;
        }
        try {
            if (asked.length() == MONTH_LENGTH) {
                return YearMonth.parse(asked);
            }
        } catch (DateTimeException notAMonth) {
            // refused below
        }
        throw QueryChecks.invalid(field, "must be a month like 2026-03");
    }
}
