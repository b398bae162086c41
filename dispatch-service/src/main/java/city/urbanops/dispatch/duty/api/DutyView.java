package city.urbanops.dispatch.duty.api;

import city.urbanops.dispatch.duty.application.ReadDuty;
import city.urbanops.dispatch.duty.domain.DutyPost;
import city.urbanops.dispatch.duty.domain.Roster;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who of a unit is on duty at a moment.
 *
 * @param unit the unit
 * @param at the moment
 * @param rosterVersion the roster it is read from; absent when the unit has none, and its own contacts are told
 * @param onDuty the smallest area first; may be empty
 */
public record DutyView(String unit, Instant at, @Nullable String rosterVersion, List<Post> onDuty) {

    public DutyView {
        onDuty = List.copyOf(onDuty);
    }

    /**
     * A post that is on duty.
     *
     * @param postId the post
     * @param kind what kind it is
     * @param areaCode what it looks after; absent for everything the unit answers for
     * @param until the end of its hours, in the city's zone
     * @param contact how it is reached; {@code ***} for those who need not ring
     */
    public record Post(
            String postId,
            DutyPost.Kind kind,
            @Nullable String areaCode,
            LocalDateTime until,
            DutyPost.Contact contact) {}

    static DutyView of(String unit, ReadDuty.Duty duty) {
        return new DutyView(
                unit,
                duty.at(),
                duty.roster().map(Roster::version).orElse(null),
                duty.onDuty().stream().map(one -> post(one, duty.mayRing())).toList());
    }

    private static Post post(Roster.OnDuty one, boolean mayRing) {
        DutyPost post = one.post();
        return new Post(
                post.postId(),
                post.kind(),
                post.areaCode(),
                one.until(),
                mayRing ? post.contact() : post.contact().masked());
    }
}
