package city.urbanops.dispatch.duty.api;

import city.urbanops.contracts.Roles;
import city.urbanops.dispatch.city.api.Uploads;
import city.urbanops.dispatch.duty.application.CheckRoster;
import city.urbanops.dispatch.duty.application.PostDraft;
import city.urbanops.dispatch.duty.application.ReadDuty;
import city.urbanops.dispatch.duty.application.RosterCsv;
import city.urbanops.dispatch.duty.application.StoreRoster;
import city.urbanops.dispatch.duty.domain.Roster;
import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.kit.security.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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

/** Duty rosters of units, each a whole document. */
@Path("/api/v1/units/{code}/roster")
public class RosterResource {

    private static final String CSV = "text/csv";

    private final Uploads uploads;
    private final CheckRoster check;
    private final StoreRoster store;
    private final ReadDuty read;
    private final CurrentCaller caller;

    RosterResource(Uploads uploads, CheckRoster check, StoreRoster store, ReadDuty read, CurrentCaller caller) {
        this.uploads = uploads;
        this.check = check;
        this.store = store;
        this.read = read;
        this.caller = caller;
    }

    /** The roster in force with everybody's number; for those who dispatch, administrators, and the unit's own people. */
    @GET
    @RolesAllowed({Roles.DISPATCHER, Roles.SHIFT_LEADER, Roles.ADMIN, Roles.DEPARTMENT_STAFF, Roles.DEPARTMENT_LEAD})
    public Uni<Roster> roster(String code) {
        return read.roster(caller.get(), code);
    }

    /** The versions that are or were in force, the newest first. */
    @GET
    @Path("versions")
    @RolesAllowed({Roles.DISPATCHER, Roles.SHIFT_LEADER, Roles.ADMIN, Roles.DEPARTMENT_LEAD})
    public Uni<ReadDuty.Versions> versions(String code) {
        return read.versions(caller.get(), code);
    }

    /** Replaces the roster; 422 names every row that is wrong, and why; gaps and overlaps come back as warnings. */
    @POST
    @Path("versions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.DEPARTMENT_LEAD})
    public Uni<Response> replace(
            String code, @Valid @NotNull RosterRequest request, @RestQuery @DefaultValue("false") boolean dryRun) {
        return replace(code, request, request.drafts(), dryRun);
    }

    /** The same from a spreadsheet. */
    @POST
    @Path("versions")
    @Consumes(CSV)
    @RolesAllowed({Roles.ADMIN, Roles.DEPARTMENT_LEAD})
    public Uni<Response> replaceByCsv(
            String code, @NotNull String csv, @RestQuery @DefaultValue("false") boolean dryRun) {
        return replace(code, csv, RosterCsv.read(csv), dryRun);
    }

    private Uni<Response> replace(String code, Object body, List<PostDraft> drafts, boolean dryRun) {
        Unit unit = read.changeable(caller.get(), code);
        return uploads.run(
                body,
                () -> check.check(unit, drafts),
                (session, checked) -> store.store(session, unit.code(), checked, uploads.upload(dryRun)));
    }
}
