package city.urbanops.metrics.assessment.api;

import city.urbanops.kit.http.Cursor;
import city.urbanops.kit.http.Page;
import city.urbanops.kit.http.PageRequest;
import city.urbanops.metrics.application.ClosureRollups.GroupCounts;
import city.urbanops.metrics.domain.Assessed;
import city.urbanops.metrics.domain.Indicator;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The figures of people or grids in one period.
 *
 * @param kind for example {@code supervisors}
 * @param items one for each who has a case in the period, by key
 * @param nextCursor give it back to read on; absent on the last page
 */
public record PeopleView(
        String kind,
        String period,
        List<Row> items,
        @Nullable String nextCursor,
        Instant asOf) {

    /** The indicators the composite index of each kind is made of (DOMAIN §8), by name and variant. */
    private static final Map<Assessed, List<String>> SHOWN = Map.of(
            Assessed.SUPERVISORS,
            List.of("valid-report-rate.patrol", "miss-rate", "in-time-verify-rate", "in-time-check-rate"),
            Assessed.ACCEPTORS,
            List.of("acceptances", "verify-sent-in-time-rate", "check-sent-in-time-rate"),
            Assessed.DISPATCHERS,
            List.of("load", "in-time-dispatch-rate", "accurate-dispatch-rate.dispatched"),
            Assessed.SHIFT_LEADERS,
            List.of("in-time-filing-rate", "accurate-filing-rate", "in-time-close-rate"),
            Assessed.GRIDS,
            List.of(
                    "filings",
                    "public-supervision-rate",
                    "miss-rate",
                    "close-rate.due",
                    "in-time-close-rate",
                    "valid-report-rate"));

    /**
     * One person or grid.
     *
     * @param key an account or a grid's code
     */
    public record Row(String key, List<Figure> figures) {

        static Row of(Assessed kind, GroupCounts group) {
            return new Row(
                    group.key(),
                    shown(kind).stream().map(id -> Figure.of(id, group)).toList());
        }
    }

    /**
     * One figure.
     *
     * @param id of the indicator, with its variant
     * @param part cases counted
     * @param base cases divided by; null for a number of cases
     * @param value a fraction, or a number of cases; null on a zero base: not evaluated
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Figure(
            String id,
            long part,
            @Nullable Long base,
            @Nullable Double value) {

        static Figure of(String id, GroupCounts group) {
            var ratio = Indicator.find(id).orElseThrow();
            var base = ratio.base();
            return new Figure(
                    id,
                    group.counts().of(ratio.part()),
                    base == null ? null : group.counts().of(base),
                    ratio.of(group.counts()).orElse(null));
        }
    }

    static PeopleView of(Assessed kind, String period, List<GroupCounts> groups, PageRequest asked, Instant asOf) {
        var page = Page.of(groups, asked, group -> Cursor.of(group.key()));
        return new PeopleView(
                kind.id(),
                period,
                page.items().stream().map(group -> Row.of(kind, group)).toList(),
                page.nextCursor(),
                asOf);
    }

    static List<String> shown(Assessed kind) {
        return Objects.requireNonNull(SHOWN.get(kind));
    }
}
