package city.urbanops.metrics.assessment.application;

import city.urbanops.contracts.ContractJson;
import city.urbanops.metrics.assessment.domain.CaseCosts;
import city.urbanops.metrics.assessment.domain.CompiledScheme;
import city.urbanops.metrics.assessment.domain.ManualEntry;
import city.urbanops.metrics.assessment.domain.ScoreLine;
import city.urbanops.metrics.assessment.domain.UnitFigures;
import city.urbanops.metrics.assessment.domain.UnitScore;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One unit's score and its JSON, with what both were made of: while that is the same, neither is made again. The JSON is in two parts, for
 * a unit that overtakes another changes the rank of both and the reasons of one.
 *
 * @param figures without single cases
 * @param costs what these cost
 * @param score with its rank
 * @param head JSON up to the rank
 * @param reasons the rest of it: both together are what {@link Sheet#write} makes of the score
 */
@SuppressWarnings({
    "ArrayRecordComponent", // nobody compares these records
    "ReferenceEquality" // the same object is what shows that nothing was made anew; equal ones are written again, which
    // only takes time
})
record WrittenUnit(UnitFigures figures, CaseCosts costs, UnitScore score, byte[] head, byte[] reasons) {

    /** The score, without a rank of now; as it was before if it is made of the same. */
    static Optional<UnitScore> score(
            CompiledScheme scheme, UnitFigures figures, CaseCosts costs, @Nullable WrittenUnit before) {
        return before != null && before.costs == costs && before.figures.equals(figures)
                ? Optional.of(before.score)
                : scheme.score(figures, costs);
    }

    /** The JSON of a ranked score; each part as it was before if nothing in it has changed. */
    static WrittenUnit of(UnitFigures figures, CaseCosts costs, UnitScore score, @Nullable WrittenUnit before) {
        var sameReasons =
                before != null && before.score.line() == score.line() && before.score.entries() == score.entries();
        if (before != null && sameReasons && before.brief().equals(Brief.of(score))) {
            return new WrittenUnit(figures, costs, score, before.head, before.reasons);
        }
        var head = write(Brief.of(score));
        return new WrittenUnit(
                figures,
                costs,
                score,
                Arrays.copyOf(head, head.length - 1),
                before != null && sameReasons ? before.reasons : write(new Reasons(score.line(), score.entries())));
    }

    /** What a list of units shows of it: the first components of {@link UnitScore}, in their order. */
    record Brief(
            String unit,
            String group,
            @Nullable BigDecimal score,
            @Nullable String grade,
            @Nullable Integer rank) {

        static Brief of(UnitScore score) {
            return new Brief(score.unit(), score.group(), score.score(), score.grade(), score.rank());
        }
    }

    /** The other components. */
    private record Reasons(ScoreLine line, List<ManualEntry> entries) {}

    Brief brief() {
        return Brief.of(score);
    }

    /** Gives both parts to somebody, joined as one object. */
    void json(Consumer<ByteBuffer> into) {
        into.accept(ByteBuffer.wrap(head));
        into.accept(ByteBuffer.wrap(COMMA));
        into.accept(ByteBuffer.wrap(reasons, 1, reasons.length - 1));
    }

    /** The same as text. */
    String json() {
        return new String(head, StandardCharsets.UTF_8)
                + ","
                + new String(reasons, 1, reasons.length - 1, StandardCharsets.UTF_8);
    }

    private static final byte[] COMMA = {','};

    private static byte[] write(Object value) {
        try {
            return ContractJson.mapper().writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a score cannot be written as JSON", e);
        }
    }
}
