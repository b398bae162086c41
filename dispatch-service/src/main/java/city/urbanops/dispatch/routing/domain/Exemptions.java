package city.urbanops.dispatch.routing.domain;

import city.urbanops.geography.Region;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All exemptions in one version, ready to be asked. A city has some dozens: they are asked one after the other. */
public final class Exemptions {

    private final String version;
    private final ZoneId zone;
    private final List<Ready> zones = new ArrayList<>();

    private record Ready(Exemption exemption, @Nullable Region region) {}

    /**
     * @param version names this state of them
     * @param zone the city's, for their hours
     * @throws IllegalArgumentException when a polygon is broken
     */
    public Exemptions(String version, ZoneId zone, List<Exemption> exemptions) {
        this.version = version;
        this.zone = zone;
        exemptions.forEach(one ->
                zones.add(new Ready(one, one.polygon() == null ? null : Region.of(one.zoneId(), one.polygon()))));
    }

    /** Names this state of them. */
    public String version() {
        return version;
    }

    /** Every exemption. */
    public List<Exemption> all() {
        return zones.stream().map(Ready::exemption).toList();
    }

    /** The first exemption a case falls under; empty where nothing but class and area is known of it. */
    public Optional<Exemption> of(RoutingQuestion question) {
        RoutingQuestion.Circumstances known = question.circumstances();
        if (known == null) {
            return Optional.empty();
        }
        return zones.stream()
                .filter(ready -> ready.exemption().isAbout(question.classCode())
                        && ready.exemption().holdsAt(known.at().atZone(zone))
                        && holds(ready.region(), known.place()))
                .map(Ready::exemption)
                .findFirst();
    }

    private static boolean holds(@Nullable Region region, RoutingQuestion.@Nullable Place place) {
        return region == null || (place != null && region.holds(place.longitude(), place.latitude()));
    }
}
