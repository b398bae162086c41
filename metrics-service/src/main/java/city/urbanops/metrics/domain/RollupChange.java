package city.urbanops.metrics.domain;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a number of changed facts does to the rollups, and to the sums of those assessed: what they count now less what they counted before,
 * summed per key.
 */
public final class RollupChange {

    private final ZoneId zone;
    private final Map<RollupKey, Counts> changes = new HashMap<>();
    private final Map<Assessed.Key, Counts> assessed = new HashMap<>();

    /** @param zone the city's, in which filing dates are read */
    public RollupChange(ZoneId zone) {
        this.zone = zone;
    }

    /** Adds one case, or what became of one that was counted before. */
    public void replace(@Nullable CaseFact before, CaseFact after) {
        var left = before == null ? 0 : CaseSet.maskOf(before);
        var entered = CaseSet.maskOf(after);
        var from = left == 0 ? null : RollupKey.of(Objects.requireNonNull(before), zone);
        var to = entered == 0 ? null : RollupKey.of(after, zone);
        if (from != null) {
            shares(Objects.requireNonNull(before), left, from, -1);
        }
        if (to != null) {
            shares(after, entered, to, 1);
        }
        if (to != null && to.equals(from)) {
            count(to, left & ~entered, entered & ~left);
            return;
        }
        if (from != null) {
            count(from, left, 0);
        }
        if (to != null) {
            count(to, 0, entered);
        }
    }

    /** Only what really changes, in no order. */
    public Map<RollupKey, Counts> changes() {
        var changed = new HashMap<>(changes);
        changed.values().removeIf(Counts::isZero);
        return changed;
    }

    /** The same of people and grids. */
    public Map<Assessed.Key, Counts> assessed() {
        var changed = new HashMap<>(assessed);
        changed.values().removeIf(Counts::isZero);
        return changed;
    }

    private void shares(CaseFact fact, long sets, RollupKey where, long cases) {
        var month = where.day().withDayOfMonth(1);
        Shares.of(fact, sets).forEach((holder, mask) -> assessed.computeIfAbsent(
                        new Assessed.Key(holder.kind(), month, holder.key()), fresh -> new Counts())
                .add(mask, cases));
    }

    private void count(RollupKey key, long left, long entered) {
        if (left != entered) {
            var counts = changes.computeIfAbsent(key, fresh -> new Counts());
            counts.add(left, -1);
            counts.add(entered, 1);
        }
    }
}
