package city.urbanops.kit.problem;

import java.io.Serial;

/** Carries a refusal to the answer and undoes the transaction on the way. Deciders never throw it: they return their "no" as a value. */
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
