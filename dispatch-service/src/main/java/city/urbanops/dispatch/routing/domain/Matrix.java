package city.urbanops.dispatch.routing.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The responsibility matrix in one version, indexed by class pattern: a lookup touches only rules of the case's class. */
public final class Matrix {

    private static final Comparator<MatrixRule> MOST_SPECIFIC_FIRST =
            MatrixRule.SPECIFICITY.reversed().thenComparing(MatrixRule::ruleId);

    private final String version;
    private final List<MatrixRule> rules;
    private final Map<String, List<MatrixRule>> byPattern = new HashMap<>();

    /**
     * @param version names this state of the matrix
     * @param rules in any order
     */
    public Matrix(String version, List<MatrixRule> rules) {
        this.version = version;
        this.rules = List.copyOf(rules);
        rules.forEach(rule -> byPattern
                .computeIfAbsent(rule.classPattern(), pattern -> new ArrayList<>())
                .add(rule));
    }

    /** Names this state of the matrix. */
    public String version() {
        return version;
    }

    /** Every rule, as given. */
    public List<MatrixRule> rules() {
        return rules;
    }

    /** The rules that cover a case, the most specific first; may be empty. */
    public List<MatrixRule> covering(RoutingQuestion question) {
        List<MatrixRule> covering = new ArrayList<>();
        for (int length = question.classCode().length(); length >= 0; length--) {
            for (MatrixRule rule : byPattern.getOrDefault(question.classCode().substring(0, length), List.of())) {
                if (rule.covers(question)) {
                    covering.add(rule);
                }
            }
        }
        covering.sort(MOST_SPECIFIC_FIRST);
        return covering;
    }
}
