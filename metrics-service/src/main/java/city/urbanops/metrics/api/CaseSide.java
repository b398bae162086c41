package city.urbanops.metrics.api;

import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.domain.Ratio;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of a figure's cases are wanted.
 *
 * @param in cases of this set
 * @param notIn but not of this one, if present
 */
public record CaseSide(CaseSet in, Optional<CaseSet> notIn) {

    /**
     * The side of a ratio by its name.
     *
     * @param name part, which is meant if absent, base, or missing for those of the base the part lacks
     * @return empty for a side the ratio does not have
     */
    public static Optional<CaseSide> of(Ratio ratio, @Nullable String name) {
        if (name == null || name.equals("part")) {
            return Optional.of(new CaseSide(ratio.part(), Optional.empty()));
        }
        var base = ratio.base();
        if (base == null) {
            return Optional.empty();
        }
        return switch (name) {
            case "base" -> Optional.of(new CaseSide(base, Optional.empty()));
            case "missing" -> Optional.of(new CaseSide(base, Optional.of(ratio.part())));
            default -> Optional.empty();
        };
    }
}
