package city.urbanops.launcher;

/** The exit codes of {@code ./urbanops}, stable for scripts. */
public final class ExitCodes {

    /** What was asked for was done, or is so. */
    public static final int OK = 0;

    /** It was not; one sentence on standard error says why. */
    public static final int FAILED = 1;

    /** Unknown verb, option or value (picocli's own code). */
    public static final int USAGE = 2;

    /** {@code up}, {@code backup} or {@code restore} while the platform of this directory runs. */
    public static final int ALREADY_RUNS = 3;

    private ExitCodes() {}
}
