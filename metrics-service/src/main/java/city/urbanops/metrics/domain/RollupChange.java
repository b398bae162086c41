package city.urbanops.metrics.domain;

import java.time.LocalDate;
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
        shares(before, left, from, after, entered, to);
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

    private void shares(
            @Nullable CaseFact before,
            long left,
            @Nullable RollupKey from,
            CaseFact after,
            long entered,
            @Nullable RollupKey to) {
        if (before != null && left == entered && Objects.equals(from, to) && before.isSharedAs(after)) {
            return;
        }
        var gone = before == null ? Map.<Shares.Holder, Long>of() : Shares.of(before, left);
        var come = Shares.of(after, entered);
        if (from == null || to == null || !month(from).equals(month(to))) {
            gone.forEach((holder, mask) -> share(holder, Objects.requireNonNull(from), mask, 0));
            come.forEach((holder, mask) -> share(holder, Objects.requireNonNull(to), 0, mask));
            return;
        }
        gone.forEach((holder, mask) -> {
            if (!come.containsKey(holder)) {
                share(holder, from, mask, 0);
            }
        });
        come.forEach((holder, mask) -> share(holder, to, gone.getOrDefault(holder, 0L), mask));
    }

    private void share(Shares.Holder holder, RollupKey where, long left, long entered) {
        if (left != entered) {
            var key = new Assessed.Key(holder.kind(), month(where), holder.key());
            var counts = assessed.computeIfAbsent(key, fresh -> new Counts());
            counts.add(left & ~entered, -1);
            counts.add(entered & ~left, 1);
        }
    }

    private static LocalDate month(RollupKey where) {
        return where.day().withDayOfMonth(1);
    }

    private void count(RollupKey key, long left, long entered) {
        if (left != entered) {
            var counts = changes.computeIfAbsent(key, fresh -> new Counts());
            counts.add(left, -1);
            counts.add(entered, 1);
        }
    }
}
