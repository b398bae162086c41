package city.urbanops.dispatch.units.api;

import city.urbanops.contracts.Roles;
import city.urbanops.dispatch.city.api.Uploads;
import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.dispatch.city.application.ReadVersions;
import city.urbanops.dispatch.units.application.ChangeUnit;
import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.kit.http.Cursor;
import city.urbanops.kit.http.Page;
import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The units of the city. */
@Path("/api/v1/units")
public class UnitResource {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_CODE = 60;

    private final CurrentCity city;
    private final Uploads uploads;
    private final ChangeUnit changeUnit;
    private final ReadVersions versions;
    private final CurrentCaller caller;

    UnitResource(
            CurrentCity city, Uploads uploads, ChangeUnit changeUnit, ReadVersions versions, CurrentCaller caller) {
        this.city = city;
        this.uploads = uploads;
        this.changeUnit = changeUnit;
        this.versions = versions;
        this.caller = caller;
    }

    /** Units by code; for everybody who is signed in: names of units are public. */
    @GET
    @RolesAllowed("**")
    public Page<Unit> page(@RestQuery @Nullable String limit, @RestQuery @Nullable String cursor) {
        PageRequest request = PageRequest.of(limit, cursor, 1);
        String after = request.after().map(place -> place.text(0)).orElse("");
        List<Unit> rows = city.get().units().all().stream()
                .filter(unit -> unit.code().compareTo(after) > 0)
                .sorted(Comparator.comparing(Unit::code))
                .limit(request.limit() + 1L)
                .toList();
        return Page.of(rows, request, unit -> Cursor.of(unit.code()));
    }

    /** One unit. */
    @GET
    @Path("{code}")
    @RolesAllowed("**")
    public Unit one(String code) {
        return city.get()
                .units()
                .find(code)
                .orElseThrow(() -> new ProblemException(Problem.notFound("'%s' is not a unit.".formatted(code))));
    }

    /** Adds a unit, changes it, or dissolves it: then its rules are switched off and its tasks wait for a dispatcher. */
    @PUT
    @Path("{code}")
    @RolesAllowed(Roles.ADMIN)
    public Uni<Response> change(String code, @Valid @NotNull UnitRequest request) {
        if (code.length() > LONGEST_CODE || !CODE.matcher(code).matches()) {
            throw new ProblemException(
                    Problem.invalid("code", "is written in small letters, digits and hyphens, at most 60"));
        }
        ChangeUnit.Wanted wanted = request.wanted(code);
        return uploads.change(request, session -> changeUnit.change(session, wanted, caller.get()));
    }

    /** The versions that are or were in force, the newest first. */
    @GET
    @Path("versions")
    @RolesAllowed(Roles.ADMIN)
    public Uni<ReadVersions.Versions> versions() {
        return versions.ofUnits();
    }
}
