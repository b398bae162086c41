package city.urbanops.dispatch.duty.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Different posts that are on duty for the same area at the same time: messages go to the first of them. */
public final class RosterOverlaps {

    private RosterOverlaps() {}

    /** Two posts by their place in the document, from 0. */
    public record Pair(int first, int second) {}

    /** Such pairs, in the order of the document; several versions of one post are none. */
    public static List<Pair> of(List<DutyPost> posts) {
        List<DutyWeek> weeks = posts.stream().map(DutyWeek::of).toList();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < posts.size(); i++) {
            for (int j = i + 1; j < posts.size(); j++) {
                if (couldOverlap(posts.get(i), posts.get(j)) && weeks.get(i).meets(weeks.get(j))) {
                    pairs.add(new Pair(i, j));
                }
            }
        }
        return pairs;
    }

    private static boolean couldOverlap(DutyPost one, DutyPost other) {
        return !one.postId().equals(other.postId())
                && Objects.equals(one.areaCode(), other.areaCode())
                && one.isInForceTogetherWith(other);
    }
}
