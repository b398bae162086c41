package city.urbanops.dispatch.units.api;

import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.kit.http.Cursor;
import city.urbanops.kit.http.Page;
import city.urbanops.kit.http.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The units of the city. */
@Path("/api/v1/units")
public class UnitResource {

    private final CurrentCity city;

    UnitResource(CurrentCity city) {
        this.city = city;
    }

    /** Units by code; for everybody who is signed in: names of units are public. */
    @GET
    @RolesAllowed("**")
    public Page<Unit> page(@RestQuery @Nullable String limit, @RestQuery @Nullable String cursor) {
        PageRequest request = PageRequest.of(limit, cursor, 1);
        String after = request.after().map(place -> place.parts().get(0)).orElse("");
        List<Unit> rows = city.get().units().all().stream()
                .filter(unit -> unit.code().compareTo(after) > 0)
                .sorted(Comparator.comparing(Unit::code))
                .limit(request.limit() + 1L)
                .toList();
        return Page.of(rows, request, unit -> Cursor.of(unit.code()));
    }
}
