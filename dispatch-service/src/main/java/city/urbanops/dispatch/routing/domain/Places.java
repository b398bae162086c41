package city.urbanops.dispatch.routing.domain;

import city.urbanops.geography.AreaIndex;
import city.urbanops.geography.Located;
import city.urbanops.geography.Region;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The places where trade is allowed: vendor points, seasonal markets, frontage lines. They are the exemptions of these kinds and nothing
 * else, so that what people are shown is what dispatch goes by.
 */
public final class Places {

    private final List<Ready> places;

    private record Ready(Exemption exemption, Region region, Optional<String> district) {}

    private Places(List<Ready> places) {
        this.places = places;
    }

    /** The places among the exemptions, by id. */
    public static Places of(List<Exemption> exemptions, AreaIndex areas) {
        return new Places(exemptions.stream()
                .filter(one -> one.kind() != null && one.kind().isPlace())
                .flatMap(one -> Stream.ofNullable(one.polygon()).map(rings -> ready(one, rings, areas)))
                .sorted(Comparator.comparing(ready -> ready.exemption().zoneId()))
                .toList());
    }

    private static Ready ready(Exemption one, List<List<List<Double>>> rings, AreaIndex areas) {
        return new Ready(one, Region.of(one.zoneId(), rings), districtOf(rings.get(0), areas));
    }

    /** Where the first corner lies that lies in the city: a place belongs to one district, also where it touches another. */
    private static Optional<String> districtOf(List<List<Double>> ring, AreaIndex areas) {
        return ring.stream()
                .flatMap(corner -> areas.locate(corner.get(0), corner.get(1)).stream())
                .map(Located::district)
                .findFirst();
    }

    /**
     * Which places are asked for; what is absent does not matter.
     *
     * @param kind of one kind
     * @param district in one district
     * @param open open at the moment, or closed
     * @param point that hold this point
     */
    public record Wanted(
            Exemption.@Nullable Kind kind,
            @Nullable String district,
            @Nullable Boolean open,
            RoutingQuestion.@Nullable Place point) {}

    /**
     * A place at a moment.
     *
     * @param exemption the place
     * @param district where it lies; empty outside of the city
     * @param open whether trade is allowed there at the moment
     */
    public record Place(Exemption exemption, Optional<String> district, boolean open) {}

    /**
     * All of some places together.
     *
     * @param places how many
     * @param open how many of them are open
     * @param stalls of those that are counted
     * @param areaSquareMetres of those that are measured
     */
    public record Totals(int places, int open, int stalls, BigDecimal areaSquareMetres) {

        /** Of any places. */
        public static Totals of(List<Place> places) {
            return new Totals(
                    places.size(),
                    (int) places.stream().filter(Place::open).count(),
                    places.stream()
                            .flatMap(one -> Stream.ofNullable(one.exemption().stalls()))
                            .mapToInt(Integer::intValue)
                            .sum(),
                    places.stream()
                            .flatMap(one -> Stream.ofNullable(one.exemption().areaSquareMetres()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    /**
     * The places there are on a day, by id; those that have ended or not begun are left out, those out of season are closed.
     *
     * @param at in the city's zone
     */
    public List<Place> at(ZonedDateTime at, Wanted wanted) {
        return places.stream()
                .filter(ready -> ready.exemption().isInForce(at.toLocalDate()))
                .filter(ready -> wanted.kind() == null
                        || wanted.kind() == ready.exemption().kind())
                .filter(ready -> wanted.district() == null
                        || ready.district().filter(wanted.district()::equals).isPresent())
                .filter(ready -> holds(ready.region(), wanted.point()))
                .map(ready -> new Place(
                        ready.exemption(), ready.district(), ready.exemption().holdsAt(at)))
                .filter(place -> wanted.open() == null || wanted.open() == place.open())
                .toList();
    }

    private static boolean holds(Region region, RoutingQuestion.@Nullable Place point) {
        return point == null || region.holds(point.longitude(), point.latitude());
    }
}
