package city.urbanops.evaluation.dust;

import city.urbanops.contracts.cases.GeoPoint;
import city.urbanops.contracts.reference.DustSitesDocument;
import city.urbanops.contracts.reference.DustSitesDocument.Device;
import city.urbanops.contracts.reference.DustSitesDocument.Role;
import city.urbanops.contracts.reference.DustSitesDocument.Site;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * What each station's value is held against: {@code others}, the mean of all others in the same window; {@code none}, so that the absolute limit
 * applies; or the name of a station that is the county's own and no site.
 */
record Background(String choice) {

    static final String OTHERS = "others";
    static final String NONE = "none";

    boolean isSite(String station) {
        return !station.equals(choice);
    }

    /** True if the other station's value counts in the background of the station. */
    boolean counts(String other, String station) {
        return switch (choice) {
            case NONE -> false;
            case OTHERS -> !other.equals(station);
            default -> other.equals(choice);
        };
    }

    /** The register that says the same to the topology: a county of all stations, or one of its own for each. */
    DustSitesDocument register(Collection<String> stations, Duration cycle) {
        var sites = stations.stream()
                .sorted()
                .map(station -> new Site(
                        station,
                        isSite(station) ? Role.SITE : Role.BACKGROUND,
                        station,
                        choice.equals(NONE) ? station : "county",
                        new GeoPoint(0, 0),
                        null,
                        null,
                        true,
                        List.of(new Device(station, (int) cycle.toSeconds()))))
                .toList();
        return new DustSitesDocument("evaluation", sites);
    }
}
