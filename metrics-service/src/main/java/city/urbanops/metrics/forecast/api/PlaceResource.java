package city.urbanops.metrics.forecast.api;

import city.urbanops.contracts.Roles;
import city.urbanops.kit.http.Cursor;
import city.urbanops.kit.http.Page;
import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.security.CurrentCaller;
import city.urbanops.metrics.api.FigureReaders;
import city.urbanops.metrics.api.QueryChecks;
import city.urbanops.metrics.forecast.application.FindHotspots;
import city.urbanops.metrics.forecast.application.ForecastConfig;
import city.urbanops.metrics.forecast.application.PlaceCounts.After;
import city.urbanops.metrics.forecast.application.PlaceCounts.PlaceCase;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Places where the same comes again and again. A lead sees what the own unit had there. */
@Path("/api/v1/metrics/forecast/hotspots")
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed(FigureReaders.READ_FIGURES)
public class PlaceResource {

    private static final int MOST_CASES = 10_000;
    private static final int MOST = 1000;
    private static final int USUAL = 100;

    private final FindHotspots hotspots;
    private final ForecastConfig config;
    private final CurrentCaller caller;

    PlaceResource(FindHotspots hotspots, ForecastConfig config, CurrentCaller caller) {
        this.hotspots = hotspots;
        this.config = config;
        this.caller = caller;
    }

    /** The most surprising first: those furthest above what their own past lets expect. */
    @GET
    @Operation(
            summary = "Repeated places: smallest areas with many cases, of a class or of all, against their own past")
    public Uni<HotspotView> hotspots(
            @BeanParam SubjectParameters subject,
            @Parameter(description = "class (default): each class of a place; place: all classes together")
                    @RestQuery
                    @Nullable
                    String by,
            @Parameter(description = "cases of the window a place must have; not less than the city's own number")
                    @RestQuery
                    @Nullable
                    String minCases,
            @Parameter(description = "1 to 1000, default 100") @RestQuery @Nullable String limit) {
        var about = subject.subject(caller.get().scope(Roles.CENTRAL));
        var most = Parameters.number("limit", limit, USUAL, 1, MOST);
        var query = new FindHotspots.Query(
                byClass(by),
                Optional.ofNullable(about.unit()),
                Optional.ofNullable(about.areaCode()),
                Optional.ofNullable(about.classCode()),
                Parameters.number("minCases", minCases, config.hotspotCases(), config.hotspotCases(), MOST_CASES));
        return hotspots.find(query).map(found -> HotspotView.of(found, most));
    }

    /** The cases of the window at one place, by filing date. */
    @GET
    @Path("cases")
    @Operation(summary = "The cases behind a repeated place")
    public Uni<Page<PlaceCase>> cases(
            @BeanParam SubjectParameters subject,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor) {
        var about = subject.subject(caller.get().scope(Roles.CENTRAL));
        if (subject.grid == null) {
            throw QueryChecks.invalid("grid", "is needed: the smallest area of a hotspot");
        }
        var page = PageRequest.of(limit, cursor, 2);
        var after = page.after().map(key -> new After(key.day(0), key.id(1)));
        return hotspots.cases(
                        subject.grid,
                        Optional.ofNullable(about.classCode()),
                        Optional.ofNullable(about.unit()),
                        after,
                        page.limit() + 1)
                .map(rows -> Page.of(rows, page, row -> Cursor.of(row.filedOn(), row.caseId())));
    }

    private static boolean byClass(@Nullable String by) {
        if (by == null || by.equals("class")) {
            return true;
        }
        if (by.equals("place")) {
            return false;
        }
        throw QueryChecks.invalid("by", "must be class or place");
    }
}
