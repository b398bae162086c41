package city.urbanops.dispatch.routing.application;

import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.dispatch.city.domain.City;
import city.urbanops.dispatch.routing.domain.Places;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The places where trade is allowed, for people. */
@Singleton
public class ReadPlaces {

    private final CurrentCity city;
    private final Clock clock;
    private volatile @Nullable Ready last;

    ReadPlaces(CurrentCity city, Clock clock) {
        this.city = city;
        this.clock = clock;
    }

    /** The places of one state of the city, found once. */
    private record Ready(String versions, Places places) {}

    /**
     * Places at a moment.
     *
     * @param version the exemptions' version
     * @param at the moment
     * @param places by id
     */
    public record Found(String version, Instant at, List<Places.Place> places) {
        public Found {
            places = List.copyOf(places);
        }
    }

    /**
     * The places asked for; 400 for a district that is none.
     *
     * @param at now when empty
     */
    public Found find(Optional<Instant> at, Places.Wanted wanted) {
        City present = city.get();
        String district = wanted.district();
        if (district != null
                && present.areas().districtOf(district).filter(district::equals).isEmpty()) {
            throw new ProblemException(Problem.invalid("district", "'%s' is not a district".formatted(district)));
        }
        Instant moment = at.orElseGet(clock::instant);
        return new Found(
                present.exemptions().version(), moment, placesOf(present).at(moment.atZone(clock.getZone()), wanted));
    }

    private Places placesOf(City present) {
        String versions = present.exemptions().version() + " "
                + present.areas().document().version();
        Ready ready = last;
        if (ready == null || !ready.versions().equals(versions)) {
            ready = new Ready(versions, Places.of(present.exemptions().all(), present.areas()));
            last = ready;
        }
        return ready.places();
    }
}
