package city.urbanops.metrics.assessment.api;

import city.urbanops.contracts.Roles;
import city.urbanops.kit.http.Commands;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.CurrentCaller;
import city.urbanops.metrics.assessment.application.KeepSchemes;
import city.urbanops.metrics.assessment.application.SchemeDocument;
import city.urbanops.metrics.assessment.application.Schemes.Stored;
import city.urbanops.metrics.assessment.application.SimulateScheme;
import city.urbanops.metrics.assessment.domain.CompiledScheme;
import city.urbanops.metrics.assessment.domain.Period;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** The schemes: what there is, a new version, and how a draft would have scored. */
@Path("/api/v1/assessments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ASSESSOR, Roles.ADMIN, Roles.DRIVER})
public class SchemeResource {

    private final KeepSchemes keep;
    private final SimulateScheme simulate;
    private final Commands commands;
    private final CurrentCaller caller;

    SchemeResource(KeepSchemes keep, SimulateScheme simulate, Commands commands, CurrentCaller caller) {
        this.keep = keep;
        this.simulate = simulate;
        this.commands = commands;
        this.caller = caller;
    }

    /** A version of a scheme as it was handed in. */
    public record SchemeView(
            String scheme,
            int version,
            Instant storedAt,
            String storedBy,
            @JsonRawValue String document) {

        static SchemeView of(Stored stored) {
            return new SchemeView(stored.scheme(), stored.version(), stored.at(), stored.by(), stored.document());
        }
    }

    /** A draft to run over past periods, at most 24. */
    public record SimulationRequest(
            @NotNull JsonNode document,
            @NotNull @Size(min = 1, max = 24) List<String> periods) {}

    /** Every version of every scheme; departments may read by what rules they are scored. */
    @GET
    @RolesAllowed({Roles.ASSESSOR, Roles.DEPARTMENT_LEAD, Roles.ADMIN, Roles.DRIVER})
    public Uni<List<SchemeView>> all() {
        return keep.all().map(all -> all.stream().map(SchemeView::of).toList());
    }

    /** Adds a version; 422 names the JSON path of each error. */
    @POST
    public Uni<Response> add(@NotNull ObjectNode document) {
        return commands.run(
                document, session -> keep.add(session, document, caller.get().account()));
    }

    /** The scheme in force and a draft beside each other, unit by unit, over past periods; stores nothing. */
    @POST
    @Path("{scheme}/actions/simulate")
    public Uni<List<SimulateScheme.Beside>> simulate(
            @RestPath String scheme, @NotNull @Valid SimulationRequest request) {
        List<Period> periods =
                request.periods().stream().map(Parameters::period).toList();
        return simulate.run(scheme, compiled(request.document()), periods);
    }

    private static CompiledScheme compiled(JsonNode document) {
        var read = SchemeDocument.read(document);
        if (read.scheme() == null) {
            throw new ProblemException(KeepSchemes.invalid("document", read.errors()));
        }
        return read.scheme();
    }
}
