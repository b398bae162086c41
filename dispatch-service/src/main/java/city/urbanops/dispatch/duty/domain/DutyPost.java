package city.urbanops.dispatch.duty.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A post 岗位 of a unit's roster: staggered duty 错时值班, a fixed post 定点, a patrol by vehicle 车巡 or the duty room 值班室 (DOMAIN §14, B13).
 *
 * @param postId names it within the unit; several rows of one post are its versions, one after the other
 * @param kind what kind of post it is
 * @param areaCode the area it looks after, and all below it; absent for everything the unit answers for
 * @param weekdays the days its hours begin on; absent for every day
 * @param hours slots of the day as {@link DutyHours} reads them
 * @param holidays whether it is manned on published days off 节假日, where its weekday is one of the above
 * @param contact how it is reached
 * @param effectiveFrom the first day; absent for always
 * @param effectiveUntil the last day; absent for ever
 */
public record DutyPost(
        String postId,
        Kind kind,
        @Nullable String areaCode,
        @Nullable List<DayOfWeek> weekdays,
        String hours,
        boolean holidays,
        Contact contact,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil) {

    /** What a post is. */
    public enum Kind {
        /** People who stand at one place. */
        FIXED_POST,
        /** People who drive round. */
        VEHICLE_PATROL,
        /** A room with a telephone. */
        DUTY_ROOM
    }

    /**
     * How a post is reached; it may be a person's own number, so it is shown to few and never logged.
     *
     * @param name the role or name
     * @param phone absent when there is none
     * @param email absent when there is none
     */
    public record Contact(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email) {

        private static final String HIDDEN = "***";

        /** Nobody's number and name. */
        public static final Contact NONE = new Contact(null, null, null);

        /** The same for those who need not ring: that there is a number, and no more. */
        public Contact masked() {
            return new Contact(hidden(name), hidden(phone), hidden(email));
        }

        private static @Nullable String hidden(@Nullable String value) {
            return value == null ? null : HIDDEN;
        }

        @Override
        public String toString() {
            return "Contact[" + HIDDEN + "]";
        }
    }

    public DutyPost {
        weekdays = weekdays == null ? null : List.copyOf(weekdays);
    }

    /** The same post as versions keep it: without anybody's number. */
    public DutyPost withoutContact() {
        return new DutyPost(
                postId, kind, areaCode, weekdays, hours, holidays, Contact.NONE, effectiveFrom, effectiveUntil);
    }

    /** Whether it looks after this area. */
    public boolean covers(String area) {
        return areaCode == null || area.startsWith(areaCode);
    }

    /** How closely it describes an area: the longer code is the smaller area. */
    int specificity() {
        return areaCode == null ? 0 : areaCode.length();
    }

    /**
     * Until when it is on duty; empty when it is not.
     *
     * @param at in the city's zone
     * @param daysOff the published days off
     */
    public Optional<LocalDateTime> onDutyUntil(LocalDateTime at, Set<LocalDate> daysOff) {
        DutyHours parsed = DutyHours.parse(hours);
        LocalDate today = at.toLocalDate();
        int minute = DutyHours.minuteOf(at.toLocalTime());
        return end(parsed, today, minute, daysOff)
                .or(() -> end(parsed, today.minusDays(1), minute + DutyHours.DAY, daysOff));
    }

    private Optional<LocalDateTime> end(DutyHours parsed, LocalDate begun, int minute, Set<LocalDate> daysOff) {
        return beginsOn(begun, daysOff)
                ? parsed.endAt(minute).map(end -> begun.atStartOfDay().plusMinutes(end))
                : Optional.empty();
    }

    private boolean beginsOn(LocalDate day, Set<LocalDate> daysOff) {
        return isInForce(day) && isOn(day.getDayOfWeek()) && (holidays || !daysOff.contains(day));
    }

    boolean isInForce(LocalDate day) {
        return (effectiveFrom == null || !day.isBefore(effectiveFrom))
                && (effectiveUntil == null || !day.isAfter(effectiveUntil));
    }

    boolean isOn(DayOfWeek day) {
        return weekdays == null || weekdays.contains(day);
    }

    /** Whether both are in force on some day. */
    public boolean isInForceTogetherWith(DutyPost other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(DutyPost other) {
        return effectiveFrom == null || other.effectiveUntil == null || !effectiveFrom.isAfter(other.effectiveUntil);
    }
}
