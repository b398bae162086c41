package city.urbanops.metrics.assessment.api;

import city.urbanops.contracts.Roles;
import city.urbanops.kit.http.Commands;
import city.urbanops.kit.security.CurrentCaller;
import city.urbanops.metrics.api.QueryChecks;
import city.urbanops.metrics.assessment.application.Beats.Beat;
import city.urbanops.metrics.assessment.application.KeepBeats;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;

/** Who patrols where: without it a supervisor has no miss rate. */
@Path("/api/v1/metrics/beats")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ASSESSOR, Roles.ADMIN, Roles.DRIVER})
public class BeatResource {

    private final KeepBeats keep;
    private final Commands commands;
    private final CurrentCaller caller;

    BeatResource(KeepBeats keep, Commands commands, CurrentCaller caller) {
        this.keep = keep;
        this.commands = commands;
        this.caller = caller;
    }

    /** The areas of an account from a day on, as codes or their beginnings; an empty list takes the beat away. */
    public record BeatRequest(
            @NotBlank @Size(max = 100) String account,

            @NotNull @Size(max = 200)
            List<@NotNull @Pattern(regexp = "\\d{6,16}", message = "must have 6 to 16 digits") String> areas,

            @NotBlank String validFrom) {}

    /** Every beat ever entered, by account, the latest first. */
    @GET
    public Uni<List<Beat>> all() {
        return keep.all();
    }

    /** Enters a beat; of several for one day the last entered holds. */
    @POST
    public Uni<Response> add(@NotNull @Valid BeatRequest request) {
        var from = QueryChecks.date("validFrom", request.validFrom(), LocalDate.EPOCH);
        return commands.run(
                request,
                session -> keep.add(
                        session,
                        request.account(),
                        request.areas(),
                        from,
                        caller.get().account()));
    }
}
