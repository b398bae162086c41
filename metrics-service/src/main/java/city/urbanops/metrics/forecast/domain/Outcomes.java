package city.urbanops.metrics.forecast.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * How tasks ended whose deadline is over.
 *
 * @param inTime handed back by the deadline, by the tenth of their limit in which that was; ten numbers
 * @param late handed back later, or not at all
 */
public record Outcomes(List<Long> inTime, long late) {

    /** Into how many parts a limit is cut. */
    public static final int TENTHS = 10;

    public static final Outcomes NONE = new Outcomes(List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L), 0);

    public Outcomes {
        inTime = List.copyOf(inTime);
        if (inTime.size() != TENTHS) {
            throw new IllegalArgumentException("a limit has ten tenths");
        }
    }

    /** So many tasks handed back in time in that tenth, 0 to 9. */
    public static Outcomes inTime(int tenth, long tasks) {
        var all = new ArrayList<>(NONE.inTime);
        all.set(tenth, tasks);
        return new Outcomes(all, 0);
    }

    public static Outcomes late(long tasks) {
        return new Outcomes(NONE.inTime, tasks);
    }

    public Outcomes plus(Outcomes others) {
        var sum = new ArrayList<Long>();
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            sum.add(inTime.get(tenth) + others.inTime.get(tenth));
        }
        return new Outcomes(sum, late + others.late);
    }

    /** Tasks that were still open when so many tenths had passed. */
    public long openAfter(int tenths) {
        return late
                + inTime.subList(tenths, TENTHS).stream()
                        .mapToLong(Long::longValue)
                        .sum();
    }
}
