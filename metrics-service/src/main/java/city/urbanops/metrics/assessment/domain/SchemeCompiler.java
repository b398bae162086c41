package city.urbanops.metrics.assessment.domain;

import city.urbanops.expressions.Evaluation;
import city.urbanops.expressions.Expression;
import city.urbanops.expressions.ValueType;
import city.urbanops.expressions.Vocabulary;
import city.urbanops.metrics.assessment.domain.Scheme.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a scheme and compiles its expressions. One use per scheme; not thread-safe. */
public final class SchemeCompiler {

    /** Figures every expression is tried on: nobody should learn from a bulletin that a formula divides by zero. */
    private static final List<Double> PROBES = List.of(0.0, 50.0, 100.0);

    private static final int DEEPEST = 6;

    private final Vocabulary units;
    private final List<SchemeError> errors = new ArrayList<>();
    private final Map<String, Expression> ofUnits = new HashMap<>();
    private final Map<String, Expression> ofCases = new HashMap<>();
    private final Set<String> partIds = new HashSet<>();

    private SchemeCompiler(Scheme scheme) {
        this.units = Vocabularies.ofUnits(SchemeFrame.usable(scheme.inputs()));
    }

    /** The compiled scheme, or every error in the order of the document. */
    public static Compiled compile(Scheme scheme) {
        var compiler = new SchemeCompiler(scheme);
        compiler.errors.addAll(SchemeFrame.errors(scheme));
        compiler.part(scheme.root(), "/root", 1);
        return compiler.errors.isEmpty()
                ? new Compiled(new CompiledScheme(scheme, compiler.ofUnits, compiler.ofCases), List.of())
                : new Compiled(null, compiler.errors);
    }

    /** What came of it: a scheme without errors, or errors without a scheme. */
    public record Compiled(@Nullable CompiledScheme scheme, List<SchemeError> errors) {
        public Compiled {
            errors = List.copyOf(errors);
        }
    }

    private void part(Part part, String path, int depth) {
        if (!partIds.add(part.id())) {
            wrong(path + "/id", "is taken by another part: " + part.id());
        }
        if (part.max().signum() <= 0) {
            wrong(path + "/max", "must be above 0");
        }
        if (part.weight() != null && part.weight().signum() <= 0) {
            wrong(path + "/weight", "must be above 0");
        }
        var ways = (part.parts() == null ? 0 : 1)
                + (part.expression() == null ? 0 : 1)
                + (part.bands() == null ? 0 : 1)
                + (part.ledger() == null ? 0 : 1);
        if (ways != 1) {
            wrong(path, "must have exactly one of parts, expression, bands and ledger");
        }
        if (part.parts() != null) {
            parts(part, part.parts(), path + "/parts", depth);
        }
        if (part.expression() != null) {
            number(part.expression(), part.id(), path + "/expression");
        }
        if (part.bands() != null) {
            bands(part, part.bands(), path + "/bands");
        }
        if (part.ledger() != null) {
            ledger(part, part.ledger(), path + "/ledger");
        }
    }

    private void parts(Part part, List<Part> parts, String path, int depth) {
        if (depth >= DEEPEST) {
            wrong(path, "is nested deeper than " + DEEPEST);
            return;
        }
        if (parts.isEmpty()) {
            wrong(path, "must not be empty");
            return;
        }
        var sum = parts.stream()
                .map(inner -> inner.max().multiply(inner.factor()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(part.max()) != 0) {
            wrong(
                    path,
                    "weights do not sum: weight × max of the parts makes %s, not %s"
                            .formatted(
                                    sum.stripTrailingZeros().toPlainString(),
                                    part.max().toPlainString()));
        }
        for (int i = 0; i < parts.size(); i++) {
            part(parts.get(i), path + "/" + i, depth + 1);
        }
    }

    private void bands(Part part, Scheme.Bands bands, String path) {
        number(bands.of(), part.id(), path + "/of");
        var steps = bands.steps();
        if (steps.isEmpty() || steps.get(steps.size() - 1).upTo() != null) {
            wrong(path + "/steps", "must end with a step without upTo");
        }
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            if (step.points().signum() < 0 || step.points().compareTo(part.max()) > 0) {
                wrong(path + "/steps/" + i + "/points", "must be from 0 to max");
            }
            var upTo = step.upTo();
            var before = i == 0 ? null : steps.get(i - 1).upTo();
            if (i < steps.size() - 1 && upTo == null) {
                wrong(path + "/steps/" + i + "/upTo", "is missing: only the last step has none");
            } else if (upTo != null && before != null && upTo <= before) {
                wrong(path + "/steps/" + i + "/upTo", "must be above " + before);
            }
        }
    }

    private void ledger(Part part, Scheme.Ledger ledger, String path) {
        if (ledger.base().compareTo(part.max()) != 0) {
            wrong(path + "/base", "must be the part's max, " + part.max().toPlainString());
        }
        var ids = new HashSet<String>();
        for (int i = 0; i < ledger.rules().size(); i++) {
            var rule = ledger.rules().get(i);
            var at = path + "/rules/" + i;
            if (!ids.add(rule.id())) {
                wrong(at + "/id", "is taken by another rule: " + rule.id());
            }
            fines(rule.id(), at + "/id");
            fines(rule.titleZh(), at + "/titleZh");
            positive(rule.points(), at + "/points");
            condition(rule.applies(), part.id() + "/" + rule.id(), at + "/applies");
            for (int j = 0; j < rule.instead().size(); j++) {
                var surcharge = rule.instead().get(j);
                positive(surcharge.points(), at + "/instead/" + j + "/points");
                condition(
                        surcharge.when(),
                        part.id() + "/" + rule.id() + "/" + surcharge.id(),
                        at + "/instead/" + j + "/when");
            }
            var factor = rule.factor();
            if (factor != null) {
                positive(factor.times(), at + "/factor/times");
                condition(factor.when(), part.id() + "/" + rule.id() + "/*", at + "/factor/when");
            }
            if (rule.cap() != null) {
                positive(rule.cap(), at + "/cap");
            }
        }
    }

    private void positive(BigDecimal points, String path) {
        if (points.signum() <= 0) {
            wrong(path, "must be above 0");
        }
    }

    private void number(String source, String key, String path) {
        fines(source, path);
        compile(units, source, ValueType.NUMBER, path).ifPresent(expression -> {
            for (var probe : PROBES) {
                var values = new HashMap<String, Double>();
                units.names().forEach(name -> values.put(name, probe));
                var tried = expression.evaluate(values);
                if (tried instanceof Evaluation.Failed failed) {
                    wrong(path, "fails when every figure is %s: %s".formatted(probe, failed.reason()));
                    return;
                }
            }
            ofUnits.put(key, expression);
        });
    }

    private void condition(String source, String key, String path) {
        fines(source, path);
        compile(Vocabularies.ofCases(), source, ValueType.BOOLEAN, path)
                .ifPresent(expression -> ofCases.put(key, expression));
    }

    private Optional<Expression> compile(Vocabulary vocabulary, String source, ValueType type, String path) {
        var compilation = vocabulary.compile(source, type);
        compilation.errors().forEach(error -> wrong(path, error.toString()));
        return compilation.expression();
    }

    private void fines(String text, String path) {
        if (Fines.areSpokenOf(text)) {
            wrong(path, Fines.REASON);
        }
    }

    private void wrong(String path, String message) {
        errors.add(new SchemeError(path, message));
    }
}
