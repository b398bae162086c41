package city.urbanops.evaluation.dust;

import java.util.List;
import java.util.Map;

/**
 * What the evaluation found.
 *
 * @param files how many were read
 * @param readings how many readings their hours make
 * @param windows windows of all sites, from the first reading to the last
 * @param invalid of those, the ones that count as invalid: too few readings, or a stuck sensor
 * @param episodes how many each computation found, and in how many both agree to the window
 * @param signals what the topology published, by kind
 * @param agree both found the same episodes
 * @param speed readings a second
 * @param sites station by station
 * @param differences up to twenty episodes that only one of them has
 */
record DustResult(
        int files,
        long readings,
        long windows,
        long invalid,
        Episodes episodes,
        Map<String, Integer> signals,
        boolean agree,
        String background,
        int cycleSeconds,
        double seconds,
        Speed speed,
        List<OfSite> sites,
        List<Difference> differences) {

    record Episodes(int topology, int batch, int agreeing) {}

    record OfSite(String file, String station, int hours, Episodes episodes) {}

    record Difference(String onlyIn, Episode episode) {}
}
