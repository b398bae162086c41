package city.urbanops.dispatch.routing.api;

import city.urbanops.contracts.Roles;
import city.urbanops.dispatch.city.api.Uploads;
import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.dispatch.city.application.ReadVersions;
import city.urbanops.dispatch.routing.application.CheckMatrix;
import city.urbanops.dispatch.routing.application.ImportMatrix;
import city.urbanops.dispatch.routing.application.MatrixCsv;
import city.urbanops.dispatch.routing.application.RuleDraft;
import city.urbanops.dispatch.routing.application.ShadowMatrix;
import city.urbanops.dispatch.routing.domain.Matrix;
import city.urbanops.dispatch.routing.domain.MatrixRule;
import city.urbanops.dispatch.routing.domain.ShadowReport;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who is responsible for what. A matrix is replaced as a whole, as CSV or JSON, and can be tried on past cases before. */
@Path("/api/v1/dispatch/matrix")
@RolesAllowed(Roles.ADMIN)
public class MatrixResource {

    private static final String CSV = "text/csv";
    private static final int LONGEST_SHADOW_DAYS = 366;

    private final Uploads uploads;
    private final CheckMatrix check;
    private final ImportMatrix importMatrix;
    private final ShadowMatrix shadow;
    private final ReadVersions versions;
    private final CurrentCity city;

    MatrixResource(
            Uploads uploads,
            CheckMatrix check,
            ImportMatrix importMatrix,
            ShadowMatrix shadow,
            ReadVersions versions,
            CurrentCity city) {
        this.uploads = uploads;
        this.check = check;
        this.importMatrix = importMatrix;
        this.shadow = shadow;
        this.versions = versions;
        this.city = city;
    }

    /**
     * A rule in force.
     *
     * @param rule as stored
     * @param switchedOff why it decides no longer; absent while it does
     */
    public record RuleView(MatrixRule rule, @Nullable String switchedOff) {}

    /** The matrix in force. */
    public record MatrixView(String version, List<RuleView> rules) {
        public MatrixView {
            rules = List.copyOf(rules);
        }
    }

    /** The matrix in force, with what is switched off. */
    @GET
    @RolesAllowed({Roles.ADMIN, Roles.DISPATCHER})
    public MatrixView inForce() {
        Matrix matrix = city.get().matrix();
        return new MatrixView(
                matrix.version(),
                matrix.rules().stream()
                        .map(rule -> new RuleView(
                                rule, matrix.switchedOff(rule.ruleId()).orElse(null)))
                        .toList());
    }

    /** The versions that are or were in force, the newest first. */
    @GET
    @Path("versions")
    public Uni<ReadVersions.Versions> versions() {
        return versions.ofMatrix();
    }

    /** Replaces the matrix; 422 names every row that is wrong, and why. */
    @POST
    @Path("versions")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> replace(
            @Valid @NotNull MatrixRequest request, @RestQuery @DefaultValue("false") boolean dryRun) {
        return replace(request, request.drafts(), dryRun);
    }

    /** The same from a spreadsheet. */
    @POST
    @Path("versions")
    @Consumes(CSV)
    public Uni<Response> replaceByCsv(@NotNull String csv, @RestQuery @DefaultValue("false") boolean dryRun) {
        return replace(csv, MatrixCsv.read(csv), dryRun);
    }

    /** What a matrix would have changed in the last days; nothing is stored. */
    @POST
    @Path("shadow")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<ShadowReport> shadow(
            @Valid @NotNull MatrixRequest request,
            @RestQuery @DefaultValue("30") @Min(1) @Max(LONGEST_SHADOW_DAYS) int days) {
        return shadow.run(request.drafts(), days);
    }

    /** The same from a spreadsheet. */
    @POST
    @Path("shadow")
    @Consumes(CSV)
    public Uni<ShadowReport> shadowByCsv(
            @NotNull String csv, @RestQuery @DefaultValue("30") @Min(1) @Max(LONGEST_SHADOW_DAYS) int days) {
        return shadow.run(MatrixCsv.read(csv), days);
    }

    private Uni<Response> replace(Object body, List<RuleDraft> drafts, boolean dryRun) {
        return uploads.run(
                body,
                () -> check.check(drafts),
                (session, checked) -> importMatrix.store(session, checked, uploads.upload(dryRun)));
    }
}
