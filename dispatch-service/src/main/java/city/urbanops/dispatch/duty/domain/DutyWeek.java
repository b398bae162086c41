package city.urbanops.dispatch.duty.domain;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The minutes of a week, from Monday 00:00, in which a post is on duty or anybody is. */
final class DutyWeek {

    private static final int WEEK = 7 * DutyHours.DAY;

    private final BitSet manned;

    private DutyWeek(BitSet manned) {
        this.manned = manned;
    }

    /** A week without anybody. */
    static DutyWeek empty() {
        return new DutyWeek(new BitSet(WEEK));
    }

    /** The week of one post. */
    static DutyWeek of(DutyPost post) {
        DutyWeek week = empty();
        List<DutyHours.Span> spans = DutyHours.parse(post.hours()).spans();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (post.isOn(day)) {
                spans.forEach(span -> week.man(midnight(day), span));
            }
        }
        return week;
    }

    /** Sunday's night ends on Monday. */
    private void man(int midnight, DutyHours.Span span) {
        int to = midnight + span.to();
        manned.set(midnight + span.from(), Math.min(to, WEEK));
        if (to > WEEK) {
            manned.set(0, to - WEEK);
        }
    }

    void add(DutyWeek other) {
        manned.or(other.manned);
    }

    boolean meets(DutyWeek other) {
        return manned.intersects(other.manned);
    }

    /** The hours of a day in which nobody is, {@code 00:00-06:00,22:00-24:00}; empty when somebody always is. */
    String holes(DayOfWeek day) {
        List<String> holes = new ArrayList<>();
        int midnight = midnight(day);
        int end = midnight + DutyHours.DAY;
        int from = manned.nextClearBit(midnight);
        while (from < end) {
            int next = manned.nextSetBit(from);
            int to = next < 0 || next > end ? end : next;
            holes.add("%s-%s".formatted(clock(from - midnight), clock(to - midnight)));
            from = manned.nextClearBit(to);
        }
        return String.join(",", holes);
    }

    private static int midnight(DayOfWeek day) {
        return (day.getValue() - 1) * DutyHours.DAY;
    }

    private static String clock(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }
}
