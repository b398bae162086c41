package city.urbanops.metrics.assessment.domain;

import city.urbanops.expressions.Expression;
import city.urbanops.metrics.assessment.domain.Scheme.Part;
import city.urbanops.metrics.assessment.domain.Scheme.Rule;
import city.urbanops.metrics.assessment.domain.ScoreLine.Deduction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Deductions for cases 扣分: the discovery costs, a surcharge replaces that cost, a cap ends it. */
final class DeductionRules {

    private final List<Part> ledgers;
    private final Map<String, Expression> conditions;

    DeductionRules(Part root, Map<String, Expression> conditions) {
        var found = new ArrayList<Part>();
        collect(root, found);
        this.ledgers = List.copyOf(found);
        this.conditions = Map.copyOf(conditions);
    }

    /** What one case costs before any cap, by rule. */
    record Cost(Rule rule, Deduction deduction) {}

    /** True if there is a ledger at all. */
    boolean exist() {
        return !ledgers.isEmpty();
    }

    /** What a case costs under each ledger, by part; empty if nothing. It looks at no other case. */
    Map<String, Cost> costs(LedgerCase each) {
        var values = each.values();
        var costs = new HashMap<String, Cost>();
        for (var part : ledgers) {
            Objects.requireNonNull(part.ledger()).rules().stream()
                    .filter(rule -> holds(part.id() + "/" + rule.id(), values))
                    .findFirst()
                    .ifPresent(rule -> costs.put(part.id(), new Cost(rule, deduction(part, rule, each, values))));
        }
        return Map.copyOf(costs);
    }

    /** The deductions of one ledger; by case id, so that a cap always cuts the same cases. */
    static List<Deduction> capped(List<Cost> byCaseId) {
        var left = new HashMap<String, BigDecimal>();
        return byCaseId.stream()
                .map(cost -> capped(cost.rule(), cost.deduction(), left))
                .filter(deduction -> deduction.points().signum() > 0)
                .toList();
    }

    private Deduction deduction(Part part, Rule rule, LedgerCase each, Map<String, Object> values) {
        var key = part.id() + "/" + rule.id();
        var worse = rule.instead().stream()
                .filter(surcharge -> holds(key + "/" + surcharge.id(), values))
                .findFirst();
        var points = worse.map(Scheme.Surcharge::points).orElse(rule.points());
        var factor = rule.factor();
        if (factor != null && holds(key + "/*", values)) {
            points = points.multiply(factor.times());
        }
        return new Deduction(
                each.caseId(),
                worse.map(surcharge -> rule.id() + "/" + surcharge.id()).orElse(rule.id()),
                points,
                worse.map(surcharge -> rule.titleZh() + "；" + surcharge.titleZh())
                        .orElse(rule.titleZh()));
    }

    private static Deduction capped(Rule rule, Deduction deduction, Map<String, BigDecimal> left) {
        if (rule.cap() == null) {
            return deduction;
        }
        var rest = left.getOrDefault(rule.id(), rule.cap());
        var points = deduction.points().min(rest);
        left.put(rule.id(), rest.subtract(points));
        return new Deduction(deduction.caseId(), deduction.rule(), points, deduction.reason());
    }

    private boolean holds(String condition, Map<String, Object> values) {
        return Objects.requireNonNull(conditions.get(condition))
                .evaluate(values)
                .holds();
    }

    private static void collect(Part part, List<Part> ledgers) {
        if (part.ledger() != null) {
            ledgers.add(part);
        }
        if (part.parts() != null) {
            part.parts().forEach(inner -> collect(inner, ledgers));
        }
    }
}
