package city.urbanops.dispatch.duty.application;

import city.urbanops.dispatch.duty.domain.DutyPost;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a roster somebody hands in, not checked yet.
 *
 * @param at where it stands in the upload, for example {@code line 12}
 * @param postId names the post
 * @param kind {@code FIXED_POST}, {@code VEHICLE_PATROL} or {@code DUTY_ROOM}
 * @param areaCode empty for everything the unit answers for
 * @param weekdays days such as {@code MON}, and ranges {@code MON-FRI}; empty for every day
 * @param hours {@code 06:00-09:00,22:00-02:00}
 * @param holidays {@code yes} or {@code no}; empty for no
 * @param contact how it is reached; parts may be empty
 * @param effectiveFrom ISO date; empty for always
 * @param effectiveUntil ISO date; empty for ever
 */
public record PostDraft(
        String at,
        @Nullable String postId,
        @Nullable String kind,
        @Nullable String areaCode,
        List<String> weekdays,
        @Nullable String hours,
        @Nullable String holidays,
        DutyPost.Contact contact,
        @Nullable String effectiveFrom,
        @Nullable String effectiveUntil) {

    public PostDraft {
        weekdays = List.copyOf(weekdays);
    }
}
