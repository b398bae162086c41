package city.urbanops.dispatch.routing.api;

import city.urbanops.contracts.Roles;
import city.urbanops.dispatch.city.api.Uploads;
import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.dispatch.city.application.ReadVersions;
import city.urbanops.dispatch.routing.application.CheckOperations;
import city.urbanops.dispatch.routing.application.ImportOperations;
import city.urbanops.dispatch.routing.domain.JointOperation;
import city.urbanops.dispatch.routing.domain.Operations;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** Joint operations of several units. */
@Path("/api/v1/dispatch/operations")
@RolesAllowed(Roles.ADMIN)
public class OperationResource {

    private final Uploads uploads;
    private final CheckOperations check;
    private final ImportOperations importOperations;
    private final ReadVersions versions;
    private final CurrentCity city;

    OperationResource(
            Uploads uploads,
            CheckOperations check,
            ImportOperations importOperations,
            ReadVersions versions,
            CurrentCity city) {
        this.uploads = uploads;
        this.check = check;
        this.importOperations = importOperations;
        this.versions = versions;
        this.city = city;
    }

    /** The operations in force, past and to come ones among them. */
    public record OperationsView(String version, List<JointOperation> operations) {
        public OperationsView {
            operations = List.copyOf(operations);
        }
    }

    /** The operations in force. */
    @GET
    @RolesAllowed({Roles.ADMIN, Roles.DISPATCHER, Roles.SHIFT_LEADER})
    public OperationsView inForce() {
        Operations present = city.get().operations();
        return new OperationsView(present.version(), present.all());
    }

    /** The versions that are or were in force, the newest first. */
    @GET
    @Path("versions")
    public Uni<ReadVersions.Versions> versions() {
        return versions.ofOperations();
    }

    /** Replaces all operations; 422 names every one that is wrong, and why. */
    @POST
    @Path("versions")
    public Uni<Response> replace(
            @Valid @NotNull OperationsRequest request, @RestQuery @DefaultValue("false") boolean dryRun) {
        List<JointOperation> operations = request.all();
        return uploads.run(
                request,
                () -> check.errors(operations),
                (session, errors) -> importOperations.store(session, operations, errors, uploads.upload(dryRun)));
    }
}
