package city.urbanops.metrics.api;

import city.urbanops.metrics.application.ClosureRollups.GroupCounts;
import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.domain.ClosureRates;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Closure rates as the API shows them.
 *
 * @param items one per group, sorted by key
 * @param asOf when they were read
 */
public record ClosureRatesView(List<Item> items, Instant asOf) {

    /** What it takes to show one. */
    static final Set<CaseSet> SETS = Set.of(
            CaseSet.REPORTED,
            CaseSet.FILED,
            CaseSet.DISPATCHED,
            CaseSet.HANDLED,
            CaseSet.DUE_TO_CLOSE,
            CaseSet.CLOSED,
            CaseSet.CLOSED_IN_TIME);

    public ClosureRatesView {
        items = List.copyOf(items);
    }

    static ClosureRatesView of(List<GroupCounts> groups, Instant asOf) {
        return new ClosureRatesView(groups.stream().map(Item::of).toList(), asOf);
    }

    /**
     * One group; its numbers are the sizes of the {@link CaseSet}s.
     *
     * @param key unit, district, class, channel or month; {@code unassigned} for cases no unit has
     * @param reported reports, also void, linked and not yet filed ones
     * @param filed cases filed, without void and linked ones
     * @param dispatched cases a unit has or had at the end
     * @param handled cases handed back and not sent back since
     * @param dueToClose handled, or overdue and not suspended
     * @param closed closed in any way
     * @param closedInTime closed, and handed back by the deadline
     * @param closeRate closed ÷ filed, 0–1; null if none was filed
     * @param inTimeCloseRate closedInTime ÷ dueToClose, 0–1; null if none was due
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Item(
            String key,
            long reported,
            long filed,
            long dispatched,
            long handled,
            long dueToClose,
            long closed,
            long closedInTime,
            @Nullable Double closeRate,
            @Nullable Double inTimeCloseRate) {

        static Item of(GroupCounts group) {
            var counts = group.counts();
            var rates = ClosureRates.of(counts);
            return new Item(
                    group.key(),
                    counts.of(CaseSet.REPORTED),
                    counts.of(CaseSet.FILED),
                    counts.of(CaseSet.DISPATCHED),
                    counts.of(CaseSet.HANDLED),
                    counts.of(CaseSet.DUE_TO_CLOSE),
                    counts.of(CaseSet.CLOSED),
                    counts.of(CaseSet.CLOSED_IN_TIME),
                    rates.closeRate(),
                    rates.inTimeCloseRate());
        }
    }
}
