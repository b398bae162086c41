package city.urbanops.metrics.assessment.domain;

import city.urbanops.expressions.Evaluation;
import city.urbanops.expressions.Expression;
import city.urbanops.metrics.assessment.domain.Scheme.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A scheme that can score. Immutable, thread-safe; the same figures always give the same scores. */
public final class CompiledScheme {

    private static final String EVERYBODY = "all";

    private final Scheme scheme;
    private final Map<String, Expression> ofUnits;
    private final DeductionRules deductions;

    CompiledScheme(Scheme scheme, Map<String, Expression> ofUnits, Map<String, Expression> ofCases) {
        this.scheme = scheme;
        this.ofUnits = Map.copyOf(ofUnits);
        this.deductions = new DeductionRules(scheme.root(), ofCases);
    }

    public Scheme scheme() {
        return scheme;
    }

    /** True if it looks at single cases, not only at counts. */
    public boolean hasLedger() {
        return deductions.exist();
    }

    /** Scores of the units in some group, by group and rank; those not evaluated at the end of their group. */
    public List<UnitScore> score(List<UnitFigures> units) {
        return ranked(units.stream()
                .flatMap(figures -> score(figures, costs(figures.cases())).stream())
                .toList());
    }

    /**
     * The score of one unit by figures whose cases were looked at before; without a rank.
     *
     * @param costs what its cases cost, instead of those in the figures
     * @return absent if the unit is in no group
     */
    public Optional<UnitScore> score(UnitFigures figures, CaseCosts costs) {
        return group(figures.unit()).map(group -> score(figures, costs, group));
    }

    /** Scores of different units by group and rank. */
    public List<UnitScore> ranked(Collection<UnitScore> scores) {
        return scores.stream()
                .collect(Collectors.groupingBy(UnitScore::group, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(group -> rankedWithin(group).stream())
                .toList();
    }

    /** What a case costs, by part. */
    Map<String, DeductionRules.Cost> costs(LedgerCase each) {
        return deductions.costs(each);
    }

    private CaseCosts costs(List<LedgerCase> cases) {
        return CaseCosts.NONE.with(cases.stream().collect(Collectors.toMap(LedgerCase::caseId, this::costs)));
    }

    private UnitScore score(UnitFigures figures, CaseCosts costs, String group) {
        var line = line(scheme.root(), figures, costs, figures.values(scheme));
        var points = line.points();
        if (points == null) {
            return new UnitScore(figures.unit(), group, null, null, null, line, figures.entries());
        }
        var total = Decimals.rounded(points.add(entries(figures, null)), scheme.decimals());
        return new UnitScore(figures.unit(), group, total, grade(total), null, line, figures.entries());
    }

    private ScoreLine line(Part part, UnitFigures figures, CaseCosts costs, Map<String, @Nullable Double> values) {
        if (part.parts() != null) {
            return inner(
                    part,
                    part.parts().stream()
                            .map(each -> line(each, figures, costs, values))
                            .toList());
        }
        if (part.ledger() != null) {
            var taken = costs.deductions(part.id());
            var sum = taken.stream().map(ScoreLine.Deduction::points).reduce(BigDecimal.ZERO, BigDecimal::add);
            var points = part.ledger().base().subtract(sum).add(entries(figures, part.id()));
            return leaf(part, bounded(part, points), null, Map.of(), null, taken);
        }
        var expression = Objects.requireNonNull(ofUnits.get(part.id()));
        var used = used(expression.source(), values);
        var evaluation = expression.evaluate(values);
        if (evaluation instanceof Evaluation.Failed failed) {
            return leaf(part, null, expression.source(), used, notEvaluated(used, failed), List.of());
        }
        var value = (Double) evaluation.value().orElseThrow();
        var points = part.bands() == null ? Decimals.of(value) : banded(part.bands(), value);
        points = bounded(part, points.add(entries(figures, part.id())));
        return leaf(part, points, expression.source(), used, null, List.of());
    }

    private static ScoreLine inner(Part part, List<ScoreLine> parts) {
        var missing = parts.stream()
                .filter(line -> line.points() == null)
                .map(ScoreLine::part)
                .toList();
        var points = missing.isEmpty()
                ? parts.stream()
                        .map(line -> Objects.requireNonNull(line.points()).multiply(line.weight()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                : null;
        return new ScoreLine(
                part.id(),
                part.titleZh(),
                points,
                part.max(),
                part.factor(),
                null,
                Map.of(),
                missing.isEmpty() ? null : "not evaluated: " + String.join(", ", missing),
                parts,
                List.of());
    }

    private static ScoreLine leaf(
            Part part,
            @Nullable BigDecimal points,
            @Nullable String formula,
            Map<String, @Nullable Double> values,
            @Nullable String reason,
            List<ScoreLine.Deduction> deductions) {
        return new ScoreLine(
                part.id(),
                part.titleZh(),
                points,
                part.max(),
                part.factor(),
                formula,
                values,
                reason,
                List.of(),
                deductions);
    }

    private static String notEvaluated(Map<String, @Nullable Double> used, Evaluation.Failed failed) {
        var absent = used.entrySet().stream()
                .filter(entry -> entry.getValue() == null)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        return absent.isEmpty() ? failed.reason() : "not evaluated, for want of " + absent;
    }

    private static BigDecimal banded(Scheme.Bands bands, double value) {
        return bands.steps().stream()
                .filter(step -> step.upTo() == null || value <= step.upTo())
                .findFirst()
                .orElseThrow()
                .points();
    }

    private static BigDecimal bounded(Part part, BigDecimal points) {
        var floor = part.floor() == null ? BigDecimal.ZERO : part.floor();
        return points.max(floor).min(part.max());
    }

    private static BigDecimal entries(UnitFigures figures, @Nullable String part) {
        return figures.entries().stream()
                .filter(entry -> Objects.equals(entry.part(), part))
                .map(ManualEntry::points)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the formula names, sorted; good enough to show what a point came from. */
    private static Map<String, @Nullable Double> used(String source, Map<String, @Nullable Double> values) {
        var used = new TreeMap<String, @Nullable Double>();
        var words = java.util.regex.Pattern.compile("[A-Za-z_]\\w*").matcher(source);
        while (words.find()) {
            if (values.containsKey(words.group())) {
                used.put(words.group(), values.get(words.group()));
            }
        }
        return used;
    }

    private @Nullable String grade(BigDecimal total) {
        return scheme.grades().stream()
                .filter(grade -> total.compareTo(grade.from()) >= 0)
                .findFirst()
                .or(() -> scheme.grades().stream().reduce((one, last) -> last))
                .map(Scheme.Grade::grade)
                .orElse(null);
    }

    private Optional<String> group(String unit) {
        if (scheme.groups().isEmpty()) {
            return Optional.of(EVERYBODY);
        }
        return scheme.groups().stream()
                .filter(group -> group.units().contains(unit))
                .map(Scheme.Group::id)
                .findFirst();
    }

    private static List<UnitScore> rankedWithin(List<UnitScore> scores) {
        var evaluated = scores.stream()
                .filter(score -> score.score() != null)
                .sorted(Comparator.comparing((UnitScore score) -> Objects.requireNonNull(score.score()))
                        .reversed()
                        .thenComparing(UnitScore::unit))
                .toList();
        var ranks = Ranking.of(evaluated.stream()
                .map(score -> Objects.requireNonNull(score.score()))
                .toList());
        var ranked = new ArrayList<UnitScore>();
        for (int i = 0; i < evaluated.size(); i++) {
            ranked.add(evaluated.get(i).ranked(ranks.get(i)));
        }
        scores.stream()
                .filter(score -> score.score() == null)
                .sorted(Comparator.comparing(UnitScore::unit))
                .forEach(ranked::add);
        return ranked;
    }
}
