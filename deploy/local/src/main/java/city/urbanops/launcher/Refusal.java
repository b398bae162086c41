package city.urbanops.launcher;

/**
 * A reason not to go on that the person at the keyboard can do something about. The message is one sentence that says
 * what is wrong and what to do next; it is printed without a stack trace.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /** Refuses with {@link ExitCodes#FAILED}. */
    public Refusal(String sentence) {
        this(sentence, ExitCodes.FAILED);
    }

    /** Refuses with an exit code of {@link ExitCodes}. */
    public Refusal(String sentence, int exitCode) {
        super(sentence);
        this.exitCode = exitCode;
    }

    /** Returns the exit code of the command, never 0. */
    public int exitCode() {
        return exitCode;
    }
}
