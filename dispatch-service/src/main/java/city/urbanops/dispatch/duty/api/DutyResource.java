package city.urbanops.dispatch.duty.api;

import city.urbanops.contracts.Roles;
import city.urbanops.dispatch.city.api.AtQuery;
import city.urbanops.dispatch.duty.application.ReadDuty;
import city.urbanops.dispatch.duty.domain.DutyChoice;
import city.urbanops.kit.http.Cursor;
import city.urbanops.kit.http.Page;
import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who of a unit is on duty, and whom messages went to because of it. */
@Path("/api/v1/units/{code}/duty")
public class DutyResource {

    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");
    private static final UUID LAST_ID = new UUID(-1, -1);

    private final ReadDuty read;
    private final CurrentCaller caller;

    DutyResource(ReadDuty read, CurrentCaller caller) {
        this.read = read;
        this.caller = caller;
    }

    /**
     * Who is on duty; for everybody who is signed in, with names and numbers hidden from those who need not ring.
     *
     * @param at an instant; now when absent
     * @param area only posts that look after this area
     */
    @GET
    @RolesAllowed("**")
    public Uni<DutyView> duty(String code, @RestQuery @Nullable String at, @RestQuery @Nullable String area) {
        return read.duty(caller.get(), code, AtQuery.instant(at), Optional.ofNullable(area))
                .map(duty -> DutyView.of(code, duty));
    }

    /** Which posts messages to the unit went to, the newest first. */
    @GET
    @Path("choices")
    @RolesAllowed({Roles.DISPATCHER, Roles.SHIFT_LEADER, Roles.ADMIN, Roles.DEPARTMENT_LEAD})
    public Uni<Page<DutyChoice>> choices(
            String code, @RestQuery @Nullable String limit, @RestQuery @Nullable String cursor) {
        PageRequest request = PageRequest.of(limit, cursor, 2);
        Place place = request.after().map(DutyResource::place).orElse(new Place(END_OF_TIME, LAST_ID));
        return read.choices(caller.get(), code, place.at(), place.messageId(), request.limit() + 1)
                .map(rows -> Page.of(rows, request, row -> Cursor.of(row.chosenAt(), row.messageId())));
    }

    private record Place(Instant at, UUID messageId) {}

    private static Place place(Cursor cursor) {
        Instant at = cursor.instant(0);
        if (at.isBefore(Instant.EPOCH) || at.isAfter(END_OF_TIME)) {
            throw new ProblemException(Problem.invalid("cursor", "is not a cursor of this list"));
        }
        return new Place(at, cursor.id(1));
    }
}
