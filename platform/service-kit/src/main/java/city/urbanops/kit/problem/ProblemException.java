package city.urbanops.kit.problem;

import java.io.Serial;

/** Carries a refusal out of places that cannot return a value, such as reading a query parameter. Not for decisions. */
public final class ProblemException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.title(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
