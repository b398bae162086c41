package city.urbanops.dispatch.routing.application;

import city.urbanops.dispatch.routing.domain.Matrix;
import city.urbanops.dispatch.routing.domain.MatrixRule;
import city.urbanops.dispatch.routing.domain.RoutingQuestion;
import city.urbanops.dispatch.routing.domain.RuleCondition;
import city.urbanops.expressions.Compilation;
import city.urbanops.expressions.Expression;
import city.urbanops.expressions.ValueType;
import city.urbanops.expressions.Vocabulary;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The expressions of rules are CEL over what routing knows of a case. */
public final class RuleExpressions {

    private static final int DISTRICT_DIGITS = 6;

    private static final Vocabulary VOCABULARY = Vocabulary.define()
            .variable("classCode", ValueType.TEXT)
            .variable("conditionCode", ValueType.TEXT)
            .variable("areaCode", ValueType.TEXT)
            .variable("district", ValueType.TEXT)
            .variable("channel", ValueType.TEXT)
            .variable("urgent", ValueType.BOOLEAN)
            .variable("textLength", ValueType.INTEGER)
            .variable("hour", ValueType.INTEGER)
            .variable("weekday", ValueType.INTEGER)
            .build();

    private RuleExpressions() {}

    /** Checks and compiles one expression, which must give true or false. */
    static Compilation compile(String source) {
        return VOCABULARY.compile(source, ValueType.BOOLEAN);
    }

    /**
     * All rules ready to run. A stored expression that no longer compiles, because a newer version of the language is stricter, switches
     * its rule off: its cases go to a person.
     */
    public static Matrix.Readiness ready(ZoneId zone, List<MatrixRule> rules, Map<String, String> switchedOff) {
        Map<String, RuleCondition> conditions = new HashMap<>();
        Map<String, String> off = new HashMap<>(switchedOff);
        for (MatrixRule rule : rules) {
            String source = rule.expression();
            if (source != null) {
                Compilation compiled = compile(source);
                conditions.put(
                        rule.ruleId(),
                        compiled.expression().map(RuleExpressions::condition).orElse((question, at) -> true));
                if (compiled.expression().isEmpty()) {
                    off.put(rule.ruleId(), "Its expression does not compile: " + compiled.errors());
                }
            }
        }
        return new Matrix.Readiness(zone, conditions, off);
    }

    private static RuleCondition condition(Expression expression) {
        return (question, at) -> {
            RoutingQuestion.Circumstances known = question.circumstances();
            return known != null
                    && expression.evaluate(values(question, known, at)).holds();
        };
    }

    private static Map<String, Object> values(
            RoutingQuestion question, RoutingQuestion.Circumstances known, ZonedDateTime at) {
        return Map.of(
                "classCode", question.classCode(),
                "conditionCode", question.conditionCode(),
                "areaCode", question.areaCode(),
                "district",
                        question.areaCode()
                                .substring(
                                        0,
                                        Math.min(
                                                DISTRICT_DIGITS,
                                                question.areaCode().length())),
                "channel", known.channel(),
                "urgent", known.urgent(),
                "textLength", known.textLength(),
                "hour", at.getHour(),
                "weekday", at.getDayOfWeek().getValue());
    }
}
