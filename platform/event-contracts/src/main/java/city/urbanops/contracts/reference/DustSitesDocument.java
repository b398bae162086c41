package city.urbanops.contracts.reference;

import city.urbanops.contracts.cases.GeoPoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All sites with dust monitors.
 *
 * @param version names this state
 * @param sites ordered by id
 */
public record DustSitesDocument(String version, List<Site> sites) {

    public DustSitesDocument {
        sites = List.copyOf(sites);
    }

    /** What the monitors of a site are for. */
    public enum Role {
        /** A construction site: alarms are raised for it. */
        SITE,
        /** A station of the county: it measures the background and has no alarms. */
        BACKGROUND
    }

    /**
     * A place with monitors.
     *
     * @param siteId unique
     * @param role what its monitors are for
     * @param name in words
     * @param countyCode the area whose background counts for it; sites of a county are judged together
     * @param location where it is
     * @param permitNo its building permit
     * @param builder who builds there
     * @param active false once the site is closed: its readings are refused
     * @param devices its monitors, ordered by id
     */
    public record Site(
            String siteId,
            Role role,
            String name,
            String countyCode,
            GeoPoint location,
            @Nullable String permitNo,
            @Nullable String builder,
            boolean active,
            List<Device> devices) {

        public Site {
            devices = List.copyOf(devices);
        }
    }

    /**
     * A monitor.
     *
     * @param deviceId unique in the city
     * @param cycleSeconds how often it measures, 60 to 300
     */
    public record Device(String deviceId, int cycleSeconds) {}
}
