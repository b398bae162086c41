package city.urbanops.dispatch.routing.domain;

import city.urbanops.deadlines.WorkingSlot;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ground or hours in which what looks like a violation may be allowed: vendor points 疏导点, frontage trading within the line 划线经营,
 * staggered-duty hours 错时 (DOMAIN §6). Cases there are looked at by a person.
 *
 * @param zoneId unique
 * @param name for people
 * @param classPatterns class codes or beginnings of them; at least one
 * @param polygon rings of {@code [longitude, latitude]}, WGS-84; absent for the whole city
 * @param hours slots of the day, {@code 06:00-09:00,17:00-22:00}; absent for the whole day
 * @param weekdays absent for every day
 * @param effectiveFrom absent for always
 * @param effectiveUntil the last day; absent for ever
 * @param suggestion what the dispatcher is told
 * @param source where the exemption comes from
 * @param kind what it is; absent in exemptions stored before there were kinds
 * @param stalls how many stalls 摊位 there is room for; absent when it is not counted
 * @param areaSquareMetres how large it is; absent when it is not measured
 * @param season days of every year as {@link Season} reads them; absent for the whole year
 */
public record Exemption(
        String zoneId,
        String name,
        List<String> classPatterns,
        @Nullable List<List<List<Double>>> polygon,
        @Nullable String hours,
        @Nullable List<DayOfWeek> weekdays,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        Suggestion suggestion,
        String source,
        @Nullable Kind kind,
        @Nullable Integer stalls,
        @Nullable BigDecimal areaSquareMetres,
        @Nullable String season) {

    /** What an exemption is. */
    public enum Kind {
        /** Ground with stalls 便民疏导点 (DOMAIN §14, B4). */
        VENDOR_POINT,
        /** A market of some weeks, for seedlings or bayberries (B14). */
        SEASONAL_MARKET,
        /** Trade in front of a shop, within a line (B6). */
        FRONTAGE_LINE,
        /** Hours in which other people are on duty 错时 (B13). */
        DUTY_HOURS,
        /** Anything else. */
        OTHER;

        /** Whether it is a place where trade is allowed, which everybody may know. */
        public boolean isPlace() {
            return this == VENDOR_POINT || this == SEASONAL_MARKET || this == FRONTAGE_LINE;
        }
    }

    /** What a person is told about a case in a zone. */
    public enum Suggestion {
        /** Look at it before anybody is sent. */
        LOOK_FIRST,
        /** Most likely no violation. */
        NO_VIOLATION
    }

    public Exemption {
        classPatterns = List.copyOf(classPatterns);
        polygon = polygon == null ? null : List.copyOf(polygon);
        weekdays = weekdays == null ? null : List.copyOf(weekdays);
    }

    /** An exemption that is nothing in particular. */
    public Exemption(
            String zoneId,
            String name,
            List<String> classPatterns,
            @Nullable List<List<List<Double>>> polygon,
            @Nullable String hours,
            @Nullable List<DayOfWeek> weekdays,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveUntil,
            Suggestion suggestion,
            String source) {
        this(
                zoneId,
                name,
                classPatterns,
                polygon,
                hours,
                weekdays,
                effectiveFrom,
                effectiveUntil,
                suggestion,
                source,
                null,
                null,
                null,
                null);
    }

    boolean isAbout(String classCode) {
        return classPatterns.stream().anyMatch(classCode::startsWith);
    }

    /** Whether there is such a place or rule on a day at all, in its season or not. */
    boolean isInForce(LocalDate day) {
        return (effectiveFrom == null || !day.isBefore(effectiveFrom))
                && (effectiveUntil == null || !day.isAfter(effectiveUntil));
    }

    /** Whether it holds at a moment of the city. */
    boolean holdsAt(ZonedDateTime at) {
        LocalDate day = at.toLocalDate();
        return isInForce(day)
                && (season == null || Season.parse(season).includes(day))
                && (weekdays == null || weekdays.contains(at.getDayOfWeek()))
                && (hours == null
                        || WorkingSlot.parse(hours).stream().anyMatch(slot -> includes(slot, at.toLocalTime())));
    }

    private static boolean includes(WorkingSlot slot, LocalTime time) {
        return !time.isBefore(slot.from()) && (slot.to().equals(LocalTime.MIDNIGHT) || time.isBefore(slot.to()));
    }

    String explain() {
        return switch (suggestion) {
            case LOOK_FIRST ->
                "The case falls under the exemption %s, %s (%s): look before anybody is sent."
                        .formatted(zoneId, name, source);
            case NO_VIOLATION ->
                "The case falls under the exemption %s, %s (%s): most likely no violation."
                        .formatted(zoneId, name, source);
        };
    }
}
