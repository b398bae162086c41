package city.urbanops.metrics.domain;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a number of changed facts does to the rollups: what they count now less what they counted before, summed per key. */
public final class RollupChange {

    private final ZoneId zone;
    private final Map<RollupKey, Counts> changes = new HashMap<>();

    /** @param zone the city's, in which filing dates are read */
    public RollupChange(ZoneId zone) {
        this.zone = zone;
    }

    /** Adds one case. */
    public void replace(@Nullable CaseFact before, CaseFact after) {
        if (before != null) {
            count(before, -1);
        }
        count(after, 1);
    }

    /** Only what really changes, in no order. */
    public Map<RollupKey, Counts> changes() {
        var changed = new HashMap<>(changes);
        changed.values().removeIf(Counts::isZero);
        return changed;
    }

    private void count(CaseFact fact, int cases) {
        if (fact.isComplete()) {
            changes.computeIfAbsent(RollupKey.of(fact, zone), key -> new Counts())
                    .add(CaseSet.of(fact), cases);
        }
    }
}
