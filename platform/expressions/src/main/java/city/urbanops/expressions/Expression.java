package city.urbanops.expressions;

import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A checked and compiled expression. Immutable, thread-safe, without side effects. */
public final class Expression {

    private final String source;
    private final ValueType result;
    private final CelRuntime.Program program;
    private final Map<String, ValueType> variables;

    Expression(String source, ValueType result, CelRuntime.Program program, Map<String, ValueType> variables) {
        this.source = source;
        this.result = result;
        this.program = program;
        this.variables = variables;
    }

    /** As it was written. */
    public String source() {
        return source;
    }

    /**
     * Runs it.
     *
     * @param values by variable; what is missing is null, what was not declared is ignored
     * @return the value, or why there is none; the same for the same values
     */
    public Evaluation evaluate(Map<String, ? extends @Nullable Object> values) {
        var bound = new HashMap<String, Object>();
        variables.forEach((name, type) -> bound.put(name, type.toCel(values.get(name))));
        try {
            return finite(program.eval(bound));
        } catch (CelEvaluationException e) {
            return new Evaluation.Failed(reason(e));
        }
    }

    private Evaluation finite(@Nullable Object value) {
        if (value == null || value instanceof NullValue) {
            return new Evaluation.Failed("it gives no value");
        }
        if (value instanceof Double number && !Double.isFinite(number)) {
            return new Evaluation.Failed("it gives " + number + ": it divides by zero or exceeds all bounds");
        }
        if (!result.isInstance(value)) {
            return new Evaluation.Failed("it gives a " + value.getClass().getSimpleName() + ", not " + result);
        }
        return new Evaluation.Value(value);
    }

    private static String reason(CelEvaluationException e) {
        return String.valueOf(e.getMessage()).replaceFirst("^evaluation error[^:]*(:\\d+)?: ", "");
    }
}
