package city.urbanops.kit.http;

import city.urbanops.kit.problem.Problem;

/** What came of a command: done, with what to answer, or refused, with nothing stored. */
public sealed interface Outcome {

    /** Done; {@code body} becomes JSON. */
    record Done(int status, Object body) implements Outcome {}

    /** A business "no"; the transaction is rolled back. */
    record Refused(Problem problem) implements Outcome {}

    static Outcome ok(Object body) {
        return new Done(200, body);
    }

    static Outcome created(Object body) {
        return new Done(201, body);
    }

    static Outcome refused(Problem problem) {
        return new Refused(problem);
    }
}
