package city.urbanops.expressions;

import java.util.Optional;

/** What came of running an expression once. */
public sealed interface Evaluation {

    /** It gave a value, of the Java type its {@link ValueType} names. */
    record Value(Object result) implements Evaluation {

        @Override
        public Optional<Object> value() {
            return Optional.of(result);
        }
    }

    /** It gave none: divided by zero, met an absent value, or ran too long. */
    record Failed(String reason) implements Evaluation {

        @Override
        public Optional<Object> value() {
            return Optional.empty();
        }
    }

    /** Present if the expression gave a value. */
    Optional<Object> value();

    /** True only if it gave the value true; a condition that could not be decided does not hold. */
    default boolean holds() {
        return value().filter(Boolean.TRUE::equals).isPresent();
    }
}
