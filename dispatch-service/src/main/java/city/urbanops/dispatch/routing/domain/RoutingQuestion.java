package city.urbanops.dispatch.routing.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What routing looks at.
 *
 * @param classCode kind, major and minor class
 * @param conditionCode the filing condition
 * @param areaCode the smallest known area
 * @param circumstances what else is known; absent in decisions before rules could ask for it
 */
public record RoutingQuestion(
        String classCode,
        String conditionCode,
        String areaCode,
        @Nullable Circumstances circumstances) {

    /** A question of which only class, condition and area are known. */
    public RoutingQuestion(String classCode, String conditionCode, String areaCode) {
        this(classCode, conditionCode, areaCode, null);
    }

    /**
     * What rules with an expression and exemption zones look at beside class and area. No words of the report: they are kept once, with
     * the case.
     *
     * @param channel how the report came in
     * @param urgent urgent item 急要件
     * @param textLength characters of the report's text
     * @param at when the case was filed or reopened
     * @param place where; absent when the report names only an area
     * @param occurredAt when somebody saw it; absent when nobody told, and in older decisions
     */
    public record Circumstances(
            String channel,
            boolean urgent,
            int textLength,
            Instant at,
            @Nullable Place place,
            @Nullable Instant occurredAt) {

        /** When it was discovered 发现; the filing where that is not known. */
        public Instant seen() {
            return occurredAt == null ? at : occurredAt;
        }
    }

    /**
     * A place, WGS-84.
     *
     * @param longitude degrees east
     * @param latitude degrees north
     */
    public record Place(double longitude, double latitude) {}

    /** The place, if known. */
    public @Nullable Place place() {
        return circumstances == null ? null : circumstances.place();
    }
}
