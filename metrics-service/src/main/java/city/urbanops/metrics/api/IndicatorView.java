package city.urbanops.metrics.api;

import city.urbanops.metrics.application.CaseQuery.CountedCase;
import city.urbanops.metrics.application.ClosureRollups.GroupCounts;
import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.domain.Indicator;
import city.urbanops.metrics.domain.Ratio;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of the catalogue as the API shows it.
 *
 * @param id for example {@code close-rate}
 * @param titleZh its name as bureaus write it
 * @param title how it is computed, in words
 * @param unit {@code fraction} from 0 to 1, or {@code cases}
 * @param source where the definition comes from
 * @param variants by name, always with {@code standard}
 */
public record IndicatorView(
        String id, String titleZh, String title, String unit, String source, Map<String, Sets> variants) {

    /** The case sets of one way to compute it; {@code base} is absent for a number of cases. */
    public record Sets(String part, @Nullable String base) {

        static Sets of(Ratio ratio) {
            var base = ratio.base();
            return new Sets(name(ratio.part()), base == null ? null : name(base));
        }
    }

    static IndicatorView of(Indicator indicator) {
        var variants = new LinkedHashMap<String, Sets>();
        indicator.variants().forEach((name, ratio) -> variants.put(name, Sets.of(ratio)));
        return new IndicatorView(
                indicator.id(),
                indicator.titleZh(),
                indicator.title(),
                indicator.isRate() ? "fraction" : "cases",
                indicator.source(),
                variants);
    }

    static String name(CaseSet set) {
        return set.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The figures of one indicator, one item per group, sorted by key. */
    public record Figures(String id, String variant, String unit, List<Figure> items, Instant asOf) {

        static Figures of(Indicator indicator, String variant, Ratio ratio, List<GroupCounts> groups, Instant asOf) {
            var items = groups.stream().map(group -> Figure.of(ratio, group)).toList();
            return new Figures(indicator.id(), variant, indicator.isRate() ? "fraction" : "cases", items, asOf);
        }
    }

    /**
     * One figure.
     *
     * @param part cases counted
     * @param base cases divided by; null for a number of cases
     * @param value null on a zero base: not evaluated
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Figure(
            String key,
            long part,
            @Nullable Long base,
            @Nullable Double value) {

        static Figure of(Ratio ratio, GroupCounts group) {
            var base = ratio.base();
            return new Figure(
                    group.key(),
                    group.counts().of(ratio.part()),
                    base == null ? null : group.counts().of(base),
                    ratio.of(group.counts()).orElse(null));
        }
    }

    /** A case behind a figure. */
    public record Case(
            UUID caseId,
            LocalDate countedOn,
            @Nullable String department,
            String areaCode,
            String classCode,
            String channel,
            List<String> sets) {

        static Case of(CountedCase row) {
            return new Case(
                    row.caseId(),
                    row.countedOn(),
                    row.department(),
                    row.areaCode(),
                    row.classCode(),
                    row.channel(),
                    CaseSet.ofMask(row.mask()).stream().map(IndicatorView::name).toList());
        }
    }

    /** All figures a case is in. */
    public record CaseFigures(Case counted, List<Place> figures) {

        static CaseFigures of(CountedCase row) {
            var sets = CaseSet.ofMask(row.mask());
            var places = new ArrayList<Place>();
            for (var indicator : Indicator.values()) {
                indicator.variants().forEach((variant, ratio) -> {
                    var inBase = ratio.base() != null && sets.contains(ratio.base());
                    if (inBase || sets.contains(ratio.part())) {
                        places.add(new Place(indicator.id(), variant, sets.contains(ratio.part()), inBase));
                    }
                });
            }
            return new CaseFigures(Case.of(row), places);
        }
    }

    /** Where a case counts in one indicator. */
    public record Place(String id, String variant, boolean inPart, boolean inBase) {}
}
