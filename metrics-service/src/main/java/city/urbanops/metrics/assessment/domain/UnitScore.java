package city.urbanops.metrics.assessment.domain;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The score of one unit, with all its reasons.
 *
 * @param score absent if any part of it could not be evaluated: such units are listed apart, not ranked
 * @param grade absent with the score
 * @param rank within its group, 1 for the best; equal scores share one
 */
public record UnitScore(
        String unit,
        String group,
        @Nullable BigDecimal score,
        @Nullable String grade,
        @Nullable Integer rank,
        ScoreLine line,
        List<ManualEntry> entries) {

    UnitScore ranked(int place) {
        return new UnitScore(unit, group, score, grade, place, line, entries);
    }
}
