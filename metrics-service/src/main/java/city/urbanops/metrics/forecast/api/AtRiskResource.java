package city.urbanops.metrics.forecast.api;

import city.urbanops.contracts.Roles;
import city.urbanops.kit.http.Cursor;
import city.urbanops.kit.http.Page;
import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.security.CurrentCaller;
import city.urbanops.metrics.api.FigureReaders;
import city.urbanops.metrics.forecast.application.AnswerAtRisk;
import city.urbanops.metrics.forecast.application.CityDays;
import city.urbanops.metrics.forecast.application.ForecastConfig;
import city.urbanops.metrics.forecast.application.TaskQuery;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Tasks about to be overdue: central roles see the city or their area, a lead the own unit's. */
@Path("/api/v1/metrics/forecast/at-risk")
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed(FigureReaders.READ_FIGURES)
public class AtRiskResource {

    /** Ten working days. */
    private static final int MOST_HOURS = 80;

    private final AnswerAtRisk atRisk;
    private final CityDays days;
    private final ForecastConfig config;
    private final CurrentCaller caller;

    AtRiskResource(AnswerAtRisk atRisk, CityDays days, ForecastConfig config, CurrentCaller caller) {
        this.atRisk = atRisk;
        this.days = days;
        this.config = config;
        this.caller = caller;
    }

    /** Units with open tasks that are due in the horizon, those with the most expected late ones first. */
    @GET
    @Operation(
            summary =
                    "Tasks about to be overdue, by unit, and how many of them will be late by the record of such tasks")
    public Uni<AtRiskView> units(
            @Parameter(description = "only this unit's") @RestQuery @Nullable String unit,
            @Parameter(description = "horizon in working hours, 1 to 80; default: one working day") @RestQuery @Nullable
                    String withinHours) {
        var query = query(unit, withinHours);
        return atRisk.units(query).map(answer -> AtRiskView.of(answer, query));
    }

    /** The tasks themselves, by deadline. */
    @GET
    @Path("cases")
    @Operation(summary = "The open tasks of the horizon, each with how likely it will be late")
    public Uni<Page<AtRiskView.Task>> cases(
            @RestQuery @Nullable String unit,
            @RestQuery @Nullable String withinHours,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor) {
        var page = PageRequest.of(limit, cursor, 2);
        var after = page.after().map(key -> new TaskQuery.After(key.instant(0), key.id(1)));
        return atRisk.tasks(query(unit, withinHours), after, page.limit() + 1)
                .map(tasks -> tasks.stream().map(AtRiskView.Task::of).toList())
                .map(tasks -> Page.of(tasks, page, task -> Cursor.of(task.dueAt(), task.caseId())));
    }

    private TaskQuery query(@Nullable String unit, @Nullable String withinHours) {
        var scope = caller.get().scope(Roles.CENTRAL);
        var hours = Parameters.number("withinHours", withinHours, config.withinHours(), 1, MOST_HOURS);
        var now = days.now().truncatedTo(ChronoUnit.MILLIS);
        return new TaskQuery(now, days.after(now, hours), Parameters.unit(unit, scope), scope.area());
    }
}
