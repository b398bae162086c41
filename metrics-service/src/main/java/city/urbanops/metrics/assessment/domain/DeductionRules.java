package city.urbanops.metrics.assessment.domain;

import city.urbanops.expressions.Expression;
import city.urbanops.metrics.assessment.domain.Scheme.Part;
import city.urbanops.metrics.assessment.domain.Scheme.Rule;
import city.urbanops.metrics.assessment.domain.ScoreLine.Deduction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Deductions for cases 扣分: the discovery costs, a surcharge replaces that cost, a cap ends it. */
final class DeductionRules {

    private final Map<String, Expression> conditions;

    DeductionRules(Map<String, Expression> conditions) {
        this.conditions = Map.copyOf(conditions);
    }

    /** By case id, so that a cap always cuts the same cases. */
    List<Deduction> of(Part part, Scheme.Ledger ledger, List<LedgerCase> cases) {
        var left = new HashMap<String, BigDecimal>();
        var deductions = new ArrayList<Deduction>();
        cases.stream().sorted(Comparator.comparing(LedgerCase::caseId)).forEach(each -> {
            var values = each.values();
            ledger.rules().stream()
                    .filter(rule -> holds(part.id() + "/" + rule.id(), values))
                    .findFirst()
                    .map(rule -> capped(rule, deduction(part, rule, each, values), left))
                    .filter(deduction -> deduction.points().signum() > 0)
                    .ifPresent(deductions::add);
        });
        return deductions;
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
}
