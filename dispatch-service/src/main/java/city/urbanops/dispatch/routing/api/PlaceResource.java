package city.urbanops.dispatch.routing.api;

import city.urbanops.dispatch.city.api.AtQuery;
import city.urbanops.dispatch.routing.application.ReadPlaces;
import city.urbanops.dispatch.routing.domain.Exemption;
import city.urbanops.dispatch.routing.domain.Places;
import city.urbanops.dispatch.routing.domain.RoutingQuestion;
import city.urbanops.kit.http.Cursor;
import city.urbanops.kit.http.Page;
import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The places where trade is allowed; for everybody who is signed in. They are stored as exemptions. */
@Path("/api/v1/dispatch/places")
@RolesAllowed("**")
public class PlaceResource {

    private final ReadPlaces places;

    PlaceResource(ReadPlaces places) {
        this.places = places;
    }

    /**
     * One page of places, with what all that were asked for come to.
     *
     * @param version the exemptions' version
     * @param at the moment it is of
     * @param totals of all places asked for, not of the page
     * @param items by id
     * @param nextCursor give it back to read on; absent on the last page
     */
    public record PlacesView(
            String version,
            Instant at,
            Places.Totals totals,
            List<PlaceView> items,
            @Nullable String nextCursor) {
        public PlacesView {
            items = List.copyOf(items);
        }
    }

    /** A place; what it is an exemption from is a matter of dispatch. */
    public record PlaceView(
            String zoneId,
            String name,
            Exemption.@Nullable Kind kind,
            @Nullable String district,
            boolean open,
            @Nullable Integer stalls,
            @Nullable BigDecimal areaSquareMetres,
            @Nullable String hours,
            @Nullable List<DayOfWeek> weekdays,
            @Nullable String season,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveUntil,
            @Nullable List<List<List<Double>>> polygon,
            String source) {

        static PlaceView of(Places.Place place) {
            Exemption one = place.exemption();
            return new PlaceView(
                    one.zoneId(),
                    one.name(),
                    one.kind(),
                    place.district().orElse(null),
                    place.open(),
                    one.stalls(),
                    one.areaSquareMetres(),
                    one.hours(),
                    one.weekdays(),
                    one.season(),
                    one.effectiveFrom(),
                    one.effectiveUntil(),
                    one.polygon(),
                    one.source());
        }
    }

    /**
     * The places there are.
     *
     * @param kind {@code VENDOR_POINT}, {@code SEASONAL_MARKET} or {@code FRONTAGE_LINE}; all when absent
     * @param district a district's code
     * @param open {@code true} or {@code false}; both when absent
     * @param at an instant; now when absent
     * @param lng with {@code lat}, only places that hold this point, WGS-84
     */
    @GET
    public PlacesView page(
            @RestQuery @Nullable String kind,
            @RestQuery @Nullable String district,
            @RestQuery @Nullable String open,
            @RestQuery @Nullable String at,
            @RestQuery @Nullable String lng,
            @RestQuery @Nullable String lat,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor) {
        PageRequest request = PageRequest.of(limit, cursor, 1);
        Places.Wanted wanted = new Places.Wanted(kind(kind), district, open(open), point(lng, lat));
        ReadPlaces.Found found = places.find(AtQuery.instant(at), wanted);
        String after = request.after().map(place -> place.text(0)).orElse("");
        Page<PlaceView> page = Page.of(
                found.places().stream()
                        .filter(place -> place.exemption().zoneId().compareTo(after) > 0)
                        .limit(request.limit() + 1L)
                        .map(PlaceView::of)
                        .toList(),
                request,
                place -> Cursor.of(place.zoneId()));
        return new PlacesView(
                found.version(), found.at(), Places.Totals.of(found.places()), page.items(), page.nextCursor());
    }

    private static Exemption.@Nullable Kind kind(@Nullable String text) {
        if (text == null) {
            return null;
        }
        for (Exemption.Kind kind : Exemption.Kind.values()) {
            if (kind.isPlace() && kind.name().equals(text)) {
                return kind;
            }
        }
        throw invalid("kind", "must be VENDOR_POINT, SEASONAL_MARKET or FRONTAGE_LINE");
    }

    private static @Nullable Boolean open(@Nullable String text) {
        if (text == null || text.equals("true") || text.equals("false")) {
            return text == null ? null : Boolean.valueOf(text);
        }
        throw invalid("open", "must be true or false");
    }

    private static RoutingQuestion.@Nullable Place point(@Nullable String lng, @Nullable String lat) {
        return lng == null && lat == null
                ? null
                : new RoutingQuestion.Place(degrees("lng", lng, 180), degrees("lat", lat, 90));
    }

    private static double degrees(String field, @Nullable String text, int most) {
        try {
            double degrees = Double.parseDouble(text == null ? "" : text);
            if (Math.abs(degrees) <= most) {
                return degrees;
            }
        } catch (NumberFormatException notANumber) {
            // the same answer as for a number out of bounds
        }
        throw invalid(field, "must be degrees from -%1$d to %1$d; lng and lat come together".formatted(most));
    }

    private static ProblemException invalid(String field, String message) {
        return new ProblemException(Problem.invalid(field, message));
    }
}
