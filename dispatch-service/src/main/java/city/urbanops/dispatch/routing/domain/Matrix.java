package city.urbanops.dispatch.routing.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The responsibility matrix in one version, indexed by class pattern: a lookup touches only rules of the case's class. */
public final class Matrix {

    private static final Comparator<MatrixRule> MOST_SPECIFIC_FIRST =
            MatrixRule.SPECIFICITY.reversed().thenComparing(MatrixRule::ruleId);

    private final String version;
    private final List<MatrixRule> rules;
    private final Readiness readiness;
    private final Map<String, List<MatrixRule>> byPattern = new HashMap<>();

    /**
     * What rules need beside themselves.
     *
     * @param zone the city's, for the days a rule is in force
     * @param conditions the expressions, ready to run, by rule
     * @param switchedOff why a rule decides no longer, by rule
     */
    public record Readiness(ZoneId zone, Map<String, RuleCondition> conditions, Map<String, String> switchedOff) {
        public Readiness {
            conditions = Map.copyOf(conditions);
            switchedOff = Map.copyOf(switchedOff);
        }
    }

    /**
     * @param version names this state of the matrix
     * @param rules in any order
     * @throws IllegalArgumentException when a rule's expression is not among the conditions
     */
    public Matrix(String version, List<MatrixRule> rules, Readiness readiness) {
        this.version = version;
        this.rules = List.copyOf(rules);
        this.readiness = readiness;
        for (MatrixRule rule : rules) {
            if (rule.expression() != null && !readiness.conditions().containsKey(rule.ruleId())) {
                throw new IllegalArgumentException(
                        "Rule %s has an expression nobody compiled".formatted(rule.ruleId()));
            }
            byPattern
                    .computeIfAbsent(rule.classPattern(), pattern -> new ArrayList<>())
                    .add(rule);
        }
    }

    /** A matrix without expressions, every rule at work, days by UTC. */
    public Matrix(String version, List<MatrixRule> rules) {
        this(version, rules, new Readiness(ZoneOffset.UTC, Map.of(), Map.of()));
    }

    /** Names this state of the matrix. */
    public String version() {
        return version;
    }

    /** Every rule, as given. */
    public List<MatrixRule> rules() {
        return rules;
    }

    /** Why a rule decides no longer; empty while it does. */
    public Optional<String> switchedOff(String ruleId) {
        return Optional.ofNullable(readiness.switchedOff().get(ruleId));
    }

    /** The rules that cover a case, the most specific first, switched off or not; may be empty. */
    public List<MatrixRule> covering(RoutingQuestion question) {
        RoutingQuestion.Circumstances known = question.circumstances();
        ZonedDateTime at = (known == null ? Instant.EPOCH : known.at()).atZone(readiness.zone());
        List<MatrixRule> covering = new ArrayList<>();
        for (int length = question.classCode().length(); length >= 0; length--) {
            for (MatrixRule rule : byPattern.getOrDefault(question.classCode().substring(0, length), List.of())) {
                if (rule.covers(question)
                        && (known == null || rule.isInForce(at.toLocalDate()))
                        && holds(rule, question, at)) {
                    covering.add(rule);
                }
            }
        }
        covering.sort(MOST_SPECIFIC_FIRST);
        return covering;
    }

    private boolean holds(MatrixRule rule, RoutingQuestion question, ZonedDateTime at) {
        RuleCondition condition = readiness.conditions().get(rule.ruleId());
        return condition == null || condition.holds(question, at);
    }
}
