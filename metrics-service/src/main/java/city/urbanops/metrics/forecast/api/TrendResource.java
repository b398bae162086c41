package city.urbanops.metrics.forecast.api;

import city.urbanops.contracts.Roles;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.CurrentCaller;
import city.urbanops.kit.security.Scope;
import city.urbanops.metrics.api.FigureReaders;
import city.urbanops.metrics.api.QueryChecks;
import city.urbanops.metrics.forecast.application.AnswerTrend;
import city.urbanops.metrics.forecast.application.CityDays;
import city.urbanops.metrics.forecast.application.DailyCounts.Per;
import city.urbanops.metrics.forecast.domain.Finding.Subject;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Filed cases by day against what was to be expected, the next fortnight, and how wrong that is. */
@Path("/api/v1/metrics/forecast")
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed(FigureReaders.READ_FIGURES)
public class TrendResource {

    private static final int SHOWN_DAYS = 56;
    private static final int TESTED_DAYS = 84;
    private static final int MOST_DAYS = 366;

    private final AnswerTrend trend;
    private final CityDays days;
    private final CurrentCaller caller;

    TrendResource(AnswerTrend trend, CityDays days, CurrentCaller caller) {
        this.trend = trend;
        this.days = days;
        this.caller = caller;
    }

    /** The days from {@code from} to the day before {@code to}, and the fourteen days from {@code to} on. */
    @GET
    @Path("trend")
    @Operation(summary = "Filed cases by day with the expected band and anomalies, and a forecast of fourteen days")
    public Uni<TrendView> trend(
            @BeanParam SubjectParameters subject,
            @Parameter(description = "first day, ISO; default: eight weeks before to") @RestQuery @Nullable String from,
            @Parameter(description = "day after the last, ISO; not after today, the default") @RestQuery @Nullable
                    String to) {
        var period = period(from, to, SHOWN_DAYS);
        return trend.trend(subject.subject(caller.get().scope(Roles.CENTRAL)), period.from(), period.to())
                .map(answer -> TrendView.of(answer, days.now().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** Forecasts of the days of a period, each from the days before it only, held against what came and against last week. */
    @GET
    @Path("backtest")
    @Operation(summary = "How wrong the forecast of daily counts was, beside the naive one")
    public Uni<TrendView.BackTestView> backTest(
            @BeanParam SubjectParameters subject,
            @Parameter(description = "class, unit or district: one series for each; default: the subject's own")
                    @RestQuery
                    @Nullable
                    String groupBy,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to) {
        var period = period(from, to, TESTED_DAYS);
        var scope = caller.get().scope(Roles.CENTRAL);
        var one = subject.subject(scope);
        var tested = per(groupBy, one, scope)
                .map(per -> trend.test(per, period.from(), period.to()))
                .orElseGet(() -> trend.test(one, period.from(), period.to())
                        .map(found -> found.map(List::of).orElse(List.of())));
        return tested.map(all -> TrendView.BackTestView.of(all, period.from(), period.to()));
    }

    private static Optional<Per> per(@Nullable String groupBy, Subject subject, Scope scope) {
        if (groupBy == null) {
            return Optional.empty();
        }
        var per =
                switch (groupBy) {
                    case "class" -> Per.CLASS;
                    case "unit" -> Per.UNIT;
                    case "district" -> Per.DISTRICT;
                    default -> throw QueryChecks.invalid("groupBy", "must be class, unit or district");
                };
        if (scope.department().isPresent() || scope.area().isPresent()) {
            throw new ProblemException(
                    Problem.forbidden("Series side by side are of the whole city; ask for one series at a time."));
        }
        if (!subject.equals(Subject.CITY)) {
            throw QueryChecks.invalid("groupBy", "cannot be narrowed: ask for one series at a time");
        }
        return Optional.of(per);
    }

    private record Period(LocalDate from, LocalDate to) {}

    private Period period(@Nullable String from, @Nullable String to, int length) {
        var today = days.today();
        var end = QueryChecks.date("to", to, today);
        if (end.isAfter(today)) {
            throw QueryChecks.invalid("to", "must not be after today, which is not over: " + today);
        }
        var start = QueryChecks.date("from", from, end.minusDays(length));
        if (!start.isBefore(end) || ChronoUnit.DAYS.between(start, end) > MOST_DAYS) {
            throw QueryChecks.invalid("from", "must be 1 to %d days before to, which is %s".formatted(MOST_DAYS, end));
        }
        return new Period(start, end);
    }
}
