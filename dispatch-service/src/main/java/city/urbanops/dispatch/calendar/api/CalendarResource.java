package city.urbanops.dispatch.calendar.api;

import city.urbanops.contracts.Roles;
import city.urbanops.dispatch.calendar.application.ReadCalendar;
import city.urbanops.dispatch.calendar.application.StoreCalendarYear;
import city.urbanops.dispatch.calendar.domain.CalendarYear;
import city.urbanops.dispatch.city.api.Uploads;
import city.urbanops.dispatch.city.application.ReadVersions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** The city's holidays and make-up days, year by year. */
@Path("/api/v1/calendars")
public class CalendarResource {

    private final Uploads uploads;
    private final StoreCalendarYear store;
    private final ReadCalendar calendar;
    private final ReadVersions versions;

    CalendarResource(Uploads uploads, StoreCalendarYear store, ReadCalendar calendar, ReadVersions versions) {
        this.uploads = uploads;
        this.store = store;
        this.calendar = calendar;
        this.versions = versions;
    }

    /** The days of a year. */
    public record YearView(int year, List<CalendarYear.Day> daysOff, List<CalendarYear.Day> makeUpDays) {}

    /** The years that are known, and those that should be; for everybody who is signed in. */
    @GET
    @RolesAllowed("**")
    public Uni<ReadCalendar.Years> years() {
        return calendar.years();
    }

    /** The days of one year; 404 when it is not known. */
    @GET
    @Path("{year: \\d{1,6}}")
    @RolesAllowed("**")
    public Uni<YearView> year(int year) {
        return calendar.year(year).map(found -> new YearView(found.year(), found.daysOff(), found.makeUpDays()));
    }

    /**
     * Adds or replaces a year; it counts for tasks dispatched, extended or resumed from then on. 422 names every fault by path.
     *
     * @param dryRun check only, store nothing
     */
    @PUT
    @Path("{year: \\d{1,6}}")
    @RolesAllowed(Roles.ADMIN)
    public Uni<Response> store(
            int year, @Valid @NotNull CalendarYearRequest request, @RestQuery @DefaultValue("false") boolean dryRun) {
        CalendarYear wanted = request.of(year);
        return uploads.change(request, session -> store.store(session, wanted, uploads.upload(dryRun)));
    }

    /** The versions that are or were in force, the newest first. */
    @GET
    @Path("versions")
    @RolesAllowed(Roles.ADMIN)
    public Uni<ReadVersions.Versions> versions() {
        return versions.ofCalendar();
    }
}
