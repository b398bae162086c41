package city.urbanops.metrics.forecast.domain;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place where the same comes again and again 重复发生地.
 *
 * @param areaCode the smallest area
 * @param classCode absent if all classes of the place are counted together
 * @param recent cases of the window
 * @param expected what the place's own past would have brought in a window
 * @param surprise how far above that, in standard deviations
 * @param rising true if more than chance explains
 */
public record Hotspot(
        String areaCode, @Nullable String classCode, long recent, double expected, double surprise, boolean rising) {

    private static final double SMALL = 0.375;

    /**
     * What was counted at a place.
     *
     * @param recent in the window
     * @param past in the time before it
     */
    public record Counts(String areaCode, @Nullable String classCode, long recent, long past) {}

    /**
     * When a place is one.
     *
     * @param leastCases of a window
     * @param windowDays how long the window is
     * @param pastDays how long the time before it is that the place is compared with
     * @param risingSigmas from how many standard deviations above its past a place is rising
     */
    public record Rule(int leastCases, int windowDays, int pastDays, double risingSigmas) {}

    /** Places with enough cases, the most surprising first, of equal ones the one with more cases, then by code. */
    public static List<Hotspot> of(List<Counts> places, Rule rule) {
        return places.stream()
                .filter(place -> place.recent() >= rule.leastCases())
                .map(place -> of(place, rule))
                .sorted(Comparator.comparingDouble(Hotspot::surprise)
                        .reversed()
                        .thenComparing(Comparator.comparingLong(Hotspot::recent).reversed())
                        .thenComparing(Hotspot::areaCode)
                        .thenComparing(place -> place.classCode() == null ? "" : place.classCode()))
                .toList();
    }

    private static Hotspot of(Counts place, Rule rule) {
        var expected = (double) place.past() * rule.windowDays() / rule.pastDays();
        var surprise = 2 * (Math.sqrt(place.recent() + SMALL) - Math.sqrt(expected + SMALL));
        return new Hotspot(
                place.areaCode(),
                place.classCode(),
                place.recent(),
                expected,
                surprise,
                surprise >= rule.risingSigmas());
    }
}
