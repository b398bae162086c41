package city.urbanops.engines;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How to run PostgreSQL when we are root, which it refuses. A user namespace is the gentlest way: the files keep their
 * owner. Where namespaces are forbidden the process becomes {@code nobody} and the data must be handed over to it. Both
 * become PostgreSQL itself; {@code runuser} would stay above it and keep its signals.
 */
record UnprivilegedUser(List<String> prefix, boolean ownsNothing) {

    private static final String NOBODY = "65534";

    UnprivilegedUser {
        prefix = List.copyOf(prefix);
    }

    /**
     * Finds the way that works on this machine; nothing to do for an ordinary user.
     *
     * @throws EngineFailure when we are root and every way is closed
     */
    static UnprivilegedUser find() {
        if (!"0".equals(Commands.run(List.of("id", "-u"), Map.of()).output())) {
            return new UnprivilegedUser(List.of(), false);
        }
        return List.of(
                        new UnprivilegedUser(List.of("unshare", "-U"), false),
                        new UnprivilegedUser(
                                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), true))
                .stream()
                .filter(UnprivilegedUser::works)
                .findFirst()
                .orElseThrow(() -> new EngineFailure("PostgreSQL refuses to run as root and this machine allows neither"
                        + " unshare -U nor setpriv: start as an ordinary user."));
    }

    List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(program);
        command.addAll(arguments);
        return command;
    }

    /**
     * Makes a directory and all in it usable by that user.
     *
     * @throws EngineFailure when it lies where that user cannot come
     */
    void handOver(Path directory) {
        if (ownsNothing) {
            Commands.run(List.of("chown", "-R", NOBODY, directory.toString()), Map.of());
        }
        requireAccess("-w", directory);
    }

    /** Checks with {@code test(1)} that the user may use the file. */
    void requireAccess(String kind, Path file) {
        if (!prefix.isEmpty()
                && Commands.run(command("test", List.of(kind, file.toString())), Map.of())
                                .exitCode()
                        != 0) {
            throw new EngineFailure(
                    "PostgreSQL refuses to run as root, and the user it would run as cannot reach " + file
                            + ": start as an ordinary user, or keep the project and URBANOPS_CACHE where others may read.");
        }
    }

    private boolean works() {
        return Commands.exists(prefix.get(0))
                && Commands.run(command("true", List.of()), Map.of()).exitCode() == 0;
    }
}
