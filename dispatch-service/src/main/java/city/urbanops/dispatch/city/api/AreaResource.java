package city.urbanops.dispatch.city.api;

import city.urbanops.contracts.Roles;
import city.urbanops.dispatch.city.application.ImportAreas;
import city.urbanops.dispatch.city.application.ReadVersions;
import city.urbanops.geography.CoordinateReference;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The division of the city into areas. */
@Path("/api/v1/areas/versions")
@RolesAllowed(Roles.ADMIN)
public class AreaResource {

    private final Uploads uploads;
    private final ImportAreas areas;
    private final ReadVersions versions;

    AreaResource(Uploads uploads, ImportAreas areas, ReadVersions versions) {
        this.uploads = uploads;
        this.areas = areas;
        this.versions = versions;
    }

    /**
     * Replaces all areas by those of a GeoJSON FeatureCollection; 422 names every fault by area and position.
     *
     * @param crs {@code WGS-84} or {@code GCJ-02}; never guessed, for the two lie half a kilometre apart
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> replace(
            @NotNull JsonNode collection,
            @RestQuery @Nullable String crs,
            @RestQuery @DefaultValue("false") boolean dryRun) {
        CoordinateReference reference = CoordinateReference.ofLabel(crs == null ? "" : crs)
                .orElseThrow(() -> new ProblemException(
                        Problem.invalid("crs", "say how the positions were measured: WGS-84 or GCJ-02")));
        return uploads.run(
                collection,
                () -> areas.check(collection, reference),
                (session, checked) -> areas.store(session, checked, uploads.upload(dryRun)));
    }

    /** The versions that are or were in force, the newest first. */
    @GET
    public Uni<ReadVersions.Versions> versions() {
        return versions.ofAreas();
    }
}
