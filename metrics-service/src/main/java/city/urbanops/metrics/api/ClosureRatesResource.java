package city.urbanops.metrics.api;

import city.urbanops.contracts.Roles;
import city.urbanops.kit.security.CurrentCaller;
import city.urbanops.metrics.application.AnswerClosureRates;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Closure rates for dashboards. */
@Path("/api/v1/metrics/closure-rates")
public class ClosureRatesResource {

    private final AnswerClosureRates rates;
    private final CurrentCaller caller;
    private final Clock clock;

    ClosureRatesResource(AnswerClosureRates rates, CurrentCaller caller, Clock clock) {
        this.rates = rates;
        this.caller = caller;
        this.clock = clock;
    }

    /** Counts and rates per group, sorted by key. Central roles see the city or their area, a lead the own unit's cases. */
    @GET
    @PermissionsAllowed(FigureReaders.READ_FIGURES)
    @Operation(summary = "Closure rates by filing date")
    public Uni<ClosureRatesView> closureRates(
            @Parameter(description = "department, district, class, channel or month", required = true)
                    @QueryParam("groupBy")
                    @Nullable
                    String groupBy,
            @Parameter(description = "first filing date, ISO; default: first day of this year")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "day after the last filing date, ISO; default: first day of next year")
                    @QueryParam("to")
                    @Nullable
                    String to) {
        var scope = caller.get().scope(Roles.CENTRAL);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var query = new ClosureParameters(clock.getZone(), now).query(groupBy, from, to, scope);
        return rates.answer(query, ClosureRatesView.SETS).map(groups -> ClosureRatesView.of(groups, now));
    }
}
