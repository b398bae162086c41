package city.urbanops.metrics.reported.api;

import city.urbanops.contracts.Roles;
import city.urbanops.kit.http.Commands;
import city.urbanops.kit.security.CurrentCaller;
import city.urbanops.metrics.api.FigureReaders;
import city.urbanops.metrics.api.QueryChecks;
import city.urbanops.metrics.reported.application.KeepCatalogue;
import city.urbanops.metrics.reported.application.ReadFigures;
import city.urbanops.metrics.reported.domain.ReportedIndicator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The catalogue of figures units report (填报指标), and these figures as far as they are confirmed. */
@Path("/api/v1/metrics/reported-indicators")
@Produces(MediaType.APPLICATION_JSON)
public class ReportedIndicatorResource {

    private final KeepCatalogue catalogue;
    private final ReadFigures read;
    private final Commands commands;
    private final CurrentCaller caller;
    private final Clock clock;

    ReportedIndicatorResource(
            KeepCatalogue catalogue, ReadFigures read, Commands commands, CurrentCaller caller, Clock clock) {
        this.catalogue = catalogue;
        this.read = read;
        this.commands = commands;
        this.caller = caller;
        this.clock = clock;
    }

    /** The latest version of each indicator, by id. */
    @GET
    @PermissionsAllowed(FigureReaders.READ_FIGURES)
    @Operation(summary = "The catalogue of reported indicators")
    public Uni<List<ReportedIndicator>> catalogue() {
        return catalogue.all();
    }

    /** Adds an indicator or its next version; 422 names the JSON path of each error. */
    @POST
    @RolesAllowed({Roles.ASSESSOR, Roles.ADMIN, Roles.DRIVER})
    @Operation(summary = "Define a reported indicator, or the next version of one")
    public Uni<Response> define(@NotNull ObjectNode document) {
        return commands.run(
                document,
                session -> catalogue.add(session, document, caller.get().account()));
    }

    /** Figures of one period, by group and rank among all units; a lead sees the own unit's. */
    @GET
    @Path("{id}")
    @PermissionsAllowed(FigureReaders.READ_FIGURES)
    @Operation(summary = "Confirmed figures of a period, unit by unit, with target, year before, year to date and rank")
    public Uni<FigureView.Figures> figures(
            @RestPath String id, @RestQuery @Nullable String period, @RestQuery @Nullable String unit) {
        var asked = Reporters.period(period);
        var own = Reporters.ownUnit(caller.get());
        var wanted = Reporters.unit(caller.get(), unit);
        return read.of(id, asked, wanted).map(answer -> FigureView.Figures.of(answer, own.isEmpty(), now()));
    }

    /** Figures of one unit, period by period, the earliest first; of the own unit if none is named. */
    @GET
    @Path("{id}/history")
    @PermissionsAllowed(FigureReaders.READ_FIGURES)
    @Operation(summary = "All confirmed figures of one unit")
    public Uni<FigureView.Figures> history(@RestPath String id, @RestQuery @Nullable String unit) {
        var wanted = Reporters.unit(caller.get(), unit)
                .orElseThrow(() -> QueryChecks.invalid("unit", "is needed: whose history"));
        return read.history(id, wanted).map(answer -> FigureView.Figures.of(answer, false, now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
