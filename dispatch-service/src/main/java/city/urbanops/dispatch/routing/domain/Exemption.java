package city.urbanops.dispatch.routing.domain;

import city.urbanops.deadlines.WorkingSlot;
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
        String source) {

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

    boolean isAbout(String classCode) {
        return classPatterns.stream().anyMatch(classCode::startsWith);
    }

    boolean holdsAt(ZonedDateTime at) {
        LocalDate day = at.toLocalDate();
        return (effectiveFrom == null || !day.isBefore(effectiveFrom))
                && (effectiveUntil == null || !day.isAfter(effectiveUntil))
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
