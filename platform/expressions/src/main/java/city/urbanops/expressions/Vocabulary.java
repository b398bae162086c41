package city.urbanops.expressions;

import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.runtime.CelEvaluationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The variables an expression may use. Beside them it has CEL's standard operators, functions and macros, and {@code math.least},
 * {@code math.greatest}, {@code math.abs}, {@code math.ceil}, {@code math.floor} and {@code math.round}. Immutable and thread-safe.
 */
public final class Vocabulary {

    private final Map<String, Variable> variables;

    private Vocabulary(Map<String, Variable> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** No variables yet. */
    public static Builder define() {
        return new Builder();
    }

    /** The names of the variables, in no order. */
    public Set<String> names() {
        return variables.keySet();
    }

    /**
     * Checks a source against the variables and compiles it.
     *
     * @param source CEL of at most {@value Limits#LONGEST_SOURCE} characters
     * @param result what it must give
     * @return the expression, or its errors in order of place; never throws for a bad source
     */
    public Compilation compile(String source, ValueType result) {
        if (source.isBlank()) {
            return rejected("is empty");
        }
        if (source.length() > Limits.LONGEST_SOURCE) {
            return rejected("is longer than " + Limits.LONGEST_SOURCE + " characters");
        }
        var checked = compiler(result).compile(source);
        if (checked.hasError()) {
            return new Compilation.Rejected(checked.getErrors().stream()
                    .map(Vocabulary::error)
                    .distinct()
                    .toList());
        }
        try {
            return new Compilation.Compiled(
                    new Expression(source, result, Limits.RUNTIME.createProgram(checked.getAst()), types()));
        } catch (CelValidationException | CelEvaluationException e) {
            return rejected(String.valueOf(e.getMessage()));
        }
    }

    private CelCompiler compiler(ValueType result) {
        CelCompilerBuilder builder = Limits.compiler().setResultType(result.always());
        variables.forEach((name, variable) -> builder.addVar(
                name,
                variable.mayBeNull()
                        ? variable.type().orNull()
                        : variable.type().always()));
        return builder.build();
    }

    private Map<String, ValueType> types() {
        return variables.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .type()));
    }

    private static Compilation rejected(String message) {
        return new Compilation.Rejected(List.of(SourceError.ofAll(message)));
    }

    /** CEL counts columns from 0, editors from 1. */
    private static SourceError error(CelIssue issue) {
        var at = issue.getSourceLocation();
        return at.getLine() < 1
                ? SourceError.ofAll(issue.getMessage())
                : new SourceError(at.getLine(), at.getColumn() + 1, issue.getMessage());
    }

    private record Variable(ValueType type, boolean mayBeNull) {}

    /** Collects variables. Not thread-safe. */
    public static final class Builder {

        private final Map<String, Variable> variables = new LinkedHashMap<>();

        private Builder() {}

        /**
         * A variable that always has a value.
         *
         * @throws IllegalArgumentException if the name is no identifier or taken
         */
        public Builder variable(String name, ValueType type) {
            return add(name, new Variable(type, false));
        }

        /**
         * A variable that may be null; expressions test it with {@code name != null}.
         *
         * @throws IllegalArgumentException if the name is no identifier or taken
         */
        public Builder optional(String name, ValueType type) {
            return add(name, new Variable(type, true));
        }

        public Vocabulary build() {
            return new Vocabulary(variables);
        }

        private Builder add(String name, Variable variable) {
            if (!name.matches("[A-Za-z_][A-Za-z0-9_]*") || variables.putIfAbsent(name, variable) != null) {
                throw new IllegalArgumentException("not a new identifier: " + name);
            }
            return this;
        }
    }
}
