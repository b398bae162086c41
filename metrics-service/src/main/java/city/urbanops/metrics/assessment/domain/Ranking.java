package city.urbanops.metrics.assessment.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Places of those who are compared. Equal ones share a rank, and the ranks behind them are left out: 1, 2, 2, 4. */
public final class Ranking {

    private Ranking() {}

    /** One rank for each of them, in their order. */
    public static List<Integer> of(List<BigDecimal> bestFirst) {
        var ranks = new ArrayList<Integer>();
        for (int i = 0; i < bestFirst.size(); i++) {
            var same = i > 0 && bestFirst.get(i - 1).compareTo(bestFirst.get(i)) == 0;
            ranks.add(same ? ranks.get(i - 1) : i + 1);
        }
        return ranks;
    }
}
