package city.urbanops.metrics.forecast.api;

import city.urbanops.metrics.forecast.application.FindHotspots.Found;
import city.urbanops.metrics.forecast.domain.Hotspot;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Repeated places as the API shows them.
 *
 * @param method how they are found, in words
 * @param from first day of the window
 * @param to the day after it
 * @param comparedFrom first day of the past they are compared with, which ends where the window begins
 * @param places how many there are; {@code items} may be fewer
 * @param items the most surprising first
 * @param asOf when they were counted
 */
public record HotspotView(
        String method,
        LocalDate from,
        LocalDate to,
        LocalDate comparedFrom,
        long places,
        List<Place> items,
        Instant asOf) {

    private static final String METHOD =
            "Filed cases of a smallest area in the window against what its own past brings in a window on average. Surprise: the distance of"
                    + " the square roots of both, in standard deviations of chance.";

    static HotspotView of(Found found, int most) {
        return new HotspotView(
                METHOD,
                found.days().window(),
                found.days().end(),
                found.days().past(),
                found.places().size(),
                found.places().stream().limit(most).map(Place::of).toList(),
                found.at());
    }

    /**
     * One place.
     *
     * @param grid its smallest area
     * @param classCode null if all classes are counted together
     * @param cases filed in the window
     * @param expected what its past lets expect
     * @param surprise in standard deviations; below 0 if there were fewer
     * @param rising true if more than chance explains
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Place(
            String grid, @Nullable String classCode, long cases, double expected, double surprise, boolean rising) {

        static Place of(Hotspot place) {
            return new Place(
                    place.areaCode(),
                    place.classCode(),
                    place.recent(),
                    Rounded.two(place.expected()),
                    Rounded.two(place.surprise()),
                    place.rising());
        }
    }
}
