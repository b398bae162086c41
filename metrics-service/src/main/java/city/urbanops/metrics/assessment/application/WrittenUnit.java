package city.urbanops.metrics.assessment.application;

import city.urbanops.contracts.ContractJson;
import city.urbanops.metrics.assessment.domain.CaseCosts;
import city.urbanops.metrics.assessment.domain.CompiledScheme;
import city.urbanops.metrics.assessment.domain.UnitFigures;
import city.urbanops.metrics.assessment.domain.UnitScore;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One unit's score and its JSON, with what both were made of: while that is the same, neither is made again.
 *
 * @param figures without single cases
 * @param costs what these cost
 * @param score with its rank
 * @param json as {@link Sheet#write} has it; must not be changed
 */
@SuppressWarnings({
    "ArrayRecordComponent", // nobody compares these records
    "ReferenceEquality" // the same object is what shows that nothing was made anew; equal ones are written again, which
    // only takes time
})
record WrittenUnit(UnitFigures figures, CaseCosts costs, UnitScore score, byte[] json) {

    /** The score, without a rank of now; as it was before if it is made of the same. */
    static Optional<UnitScore> score(
            CompiledScheme scheme, UnitFigures figures, CaseCosts costs, @Nullable WrittenUnit before) {
        return before != null && before.costs == costs && before.figures.equals(figures)
                ? Optional.of(before.score)
                : scheme.score(figures, costs);
    }

    /** The JSON of a ranked score; as it was before if neither it nor its rank has changed. */
    static WrittenUnit of(UnitFigures figures, CaseCosts costs, UnitScore score, @Nullable WrittenUnit before) {
        if (before != null
                && before.score.line() == score.line()
                && before.score.entries() == score.entries()
                && before.score.equals(score)) {
            return new WrittenUnit(figures, costs, score, before.json);
        }
        return new WrittenUnit(figures, costs, score, write(score));
    }

    /** What a list of units shows of it. */
    record Brief(
            String unit,
            String group,
            @Nullable BigDecimal score,
            @Nullable String grade,
            @Nullable Integer rank) {}

    Brief brief() {
        return new Brief(score.unit(), score.group(), score.score(), score.grade(), score.rank());
    }

    private static byte[] write(UnitScore score) {
        try {
            return ContractJson.mapper().writeValueAsBytes(score);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a score cannot be written as JSON", e);
        }
    }
}
