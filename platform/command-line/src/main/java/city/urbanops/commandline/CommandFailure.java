package city.urbanops.commandline;

/**
 * A verb cannot do what was asked, for a reason the person can do something about. The message is one sentence; the launcher
 * prints it behind the verb's name and ends with exit code 1.
 */
public class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure without a cause worth keeping. */
    public CommandFailure(String sentence) {
        super(sentence);
    }

    /** A failure with the exception that showed it. */
    public CommandFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
