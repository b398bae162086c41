package city.urbanops.dispatch.routing.api;

import city.urbanops.contracts.Roles;
import city.urbanops.dispatch.city.api.Uploads;
import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.dispatch.city.application.ReadVersions;
import city.urbanops.dispatch.routing.application.ImportExemptions;
import city.urbanops.dispatch.routing.domain.Exemption;
import city.urbanops.dispatch.routing.domain.Exemptions;
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

/** Ground and hours in which a person looks first. */
@Path("/api/v1/dispatch/exemptions")
@RolesAllowed(Roles.ADMIN)
public class ExemptionResource {

    private final Uploads uploads;
    private final ImportExemptions importExemptions;
    private final ReadVersions versions;
    private final CurrentCity city;

    ExemptionResource(Uploads uploads, ImportExemptions importExemptions, ReadVersions versions, CurrentCity city) {
        this.uploads = uploads;
        this.importExemptions = importExemptions;
        this.versions = versions;
        this.city = city;
    }

    /** The exemptions in force. */
    public record ExemptionsView(String version, List<Exemption> exemptions) {
        public ExemptionsView {
            exemptions = List.copyOf(exemptions);
        }
    }

    /** The exemptions in force. */
    @GET
    @RolesAllowed({Roles.ADMIN, Roles.DISPATCHER})
    public ExemptionsView inForce() {
        Exemptions present = city.get().exemptions();
        return new ExemptionsView(present.version(), present.all());
    }

    /** The versions that are or were in force, the newest first. */
    @GET
    @Path("versions")
    public Uni<ReadVersions.Versions> versions() {
        return versions.ofExemptions();
    }

    /** Replaces all exemptions; 422 names every one that is wrong, and why. */
    @POST
    @Path("versions")
    public Uni<Response> replace(
            @Valid @NotNull ExemptionsRequest request, @RestQuery @DefaultValue("false") boolean dryRun) {
        return uploads.change(
                request, session -> importExemptions.store(session, request.all(), uploads.upload(dryRun)));
    }
}
