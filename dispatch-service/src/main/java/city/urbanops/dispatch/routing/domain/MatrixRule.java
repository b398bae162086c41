package city.urbanops.dispatch.routing.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the responsibility matrix.
 *
 * @param ruleId unique within the matrix
 * @param classPattern a class code or the beginning of one: kind, major or minor class
 * @param conditionCode only cases filed under this condition; absent for any
 * @param areaCode only cases in this area, whose code starts with it; absent for the whole city
 * @param leadUnit the unit that gets the task
 * @param assistingUnits units that help; may be empty
 * @param source the principle behind the row, for the explanation
 * @param expression only cases for which this CEL expression is true; absent for any
 * @param effectiveFrom only cases of this day or later; absent for always
 * @param effectiveUntil only cases of this day or earlier; absent for ever
 * @param discoveryLimit a limit in natural time that counts from discovery, where it ends before the filing condition's; absent for none
 * @param limitReason where that limit comes from; present with it
 */
public record MatrixRule(
        String ruleId,
        String classPattern,
        @Nullable String conditionCode,
        @Nullable String areaCode,
        String leadUnit,
        List<String> assistingUnits,
        String source,
        @Nullable String expression,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        @Nullable String discoveryLimit,
        @Nullable String limitReason) {

    /** How closely a rule describes a case: the longer class pattern, then a condition, then the longer area code, then an expression. */
    static final Comparator<MatrixRule> SPECIFICITY = Comparator.comparingInt(
                    (MatrixRule rule) -> rule.classPattern().length())
            .thenComparing(rule -> rule.conditionCode() != null)
            .thenComparing(rule -> rule.areaCode() == null ? 0 : rule.areaCode().length())
            .thenComparing(rule -> rule.expression() != null);

    public MatrixRule {
        assistingUnits = List.copyOf(assistingUnits);
    }

    /** A rule without expression, for all time. */
    public MatrixRule(
            String ruleId,
            String classPattern,
            @Nullable String conditionCode,
            @Nullable String areaCode,
            String leadUnit,
            List<String> assistingUnits,
            String source) {
        this(ruleId, classPattern, conditionCode, areaCode, leadUnit, assistingUnits, source, null, null, null);
    }

    /** A rule that leaves the filing condition its limit. */
    public MatrixRule(
            String ruleId,
            String classPattern,
            @Nullable String conditionCode,
            @Nullable String areaCode,
            String leadUnit,
            List<String> assistingUnits,
            String source,
            @Nullable String expression,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveUntil) {
        this(
                ruleId,
                classPattern,
                conditionCode,
                areaCode,
                leadUnit,
                assistingUnits,
                source,
                expression,
                effectiveFrom,
                effectiveUntil,
                null,
                null);
    }

    boolean covers(RoutingQuestion question) {
        return question.classCode().startsWith(classPattern)
                && (conditionCode == null || conditionCode.equals(question.conditionCode()))
                && (areaCode == null || question.areaCode().startsWith(areaCode));
    }

    boolean isInForce(LocalDate day) {
        return (effectiveFrom == null || !day.isBefore(effectiveFrom))
                && (effectiveUntil == null || !day.isAfter(effectiveUntil));
    }
}
