package city.urbanops.expressions;

import java.util.List;
import java.util.Optional;

/** What came of compiling a source: an expression, or all that is wrong with it. */
public sealed interface Compilation {

    /** It fits the vocabulary. */
    record Compiled(Expression value) implements Compilation {

        @Override
        public Optional<Expression> expression() {
            return Optional.of(value);
        }

        @Override
        public List<SourceError> errors() {
            return List.of();
        }
    }

    /** It does not; there is at least one error. */
    record Rejected(List<SourceError> errors) implements Compilation {

        public Rejected {
            errors = List.copyOf(errors);
        }

        @Override
        public Optional<Expression> expression() {
            return Optional.empty();
        }
    }

    /** Present if it was compiled. */
    Optional<Expression> expression();

    /** Empty if it was compiled. */
    List<SourceError> errors();
}
