package city.urbanops.metrics.assessment.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one part of a score came about.
 *
 * @param part its id
 * @param points absent if it could not be evaluated
 * @param max full points
 * @param weight what the points count in the part above
 * @param formula the expression, if it has one
 * @param values the figures the formula used; null for those not evaluated
 * @param reason why it was not evaluated
 * @param parts inner lines
 * @param deductions of a ledger, in the order of its cases
 */
public record ScoreLine(
        String part,
        String titleZh,
        @Nullable BigDecimal points,
        BigDecimal max,
        BigDecimal weight,
        @Nullable String formula,
        Map<String, @Nullable Double> values,
        @Nullable String reason,
        List<ScoreLine> parts,
        List<Deduction> deductions) {

    /**
     * One deduction.
     *
     * @param rule the rule's id, and after a slash that of the surcharge that replaced its points
     * @param points taken, above 0; less than the rule says where a cap was reached
     */
    public record Deduction(UUID caseId, String rule, BigDecimal points, String reason) {}
}
