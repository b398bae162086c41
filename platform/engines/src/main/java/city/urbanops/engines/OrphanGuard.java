package city.urbanops.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends an engine when the JVM that started it disappears, even by {@code kill -9}. A small shell reads a pipe that only
 * this JVM holds open: when the pipe ends, so does the engine.
 */
public final class OrphanGuard {

    /** TERM from a terminal is not for the guard. Arguments: signal, pid of the engine, directories to remove. */
    private static final String SCRIPT = """
            trap '' INT HUP TERM
            signal=$1 engine=$2; shift 2
            cat > /dev/null
            kill -s "$signal" "$engine" 2> /dev/null
            tries=0
            while kill -0 "$engine" 2> /dev/null && [ "$tries" -lt 50 ]; do tries=$((tries + 1)); sleep 0.2; done
            kill -s KILL "$engine" 2> /dev/null
            for directory in "$@"; do rm -rf -- "$directory"; done
            """;

    private OrphanGuard() {}

    /** What a guard removes after an orphan; set only inside {@link #guarded}. */
    private static final ThreadLocal<@Nullable List<Path>> THROW_AWAY = new ThreadLocal<>();

    /**
     * Starts an engine under guard from its first moment: a JVM killed while it waits for the engine leaves no orphan either.
     *
     * @param throwAway directories to remove after an orphan has been ended; empty keeps all data
     * @param start starts one engine on the calling thread
     * @return what {@code start} returns
     */
    public static EngineProcess guarded(List<Path> throwAway, Supplier<EngineProcess> start) {
        THROW_AWAY.set(List.copyOf(throwAway));
        try {
            return start.get();
        } finally {
            THROW_AWAY.remove();
        }
    }

    static void spawned(EngineProcess engine) {
        List<Path> throwAway = THROW_AWAY.get();
        if (throwAway != null) {
            watch(engine, throwAway);
        }
    }

    private static void watch(EngineProcess engine, List<Path> throwAway) {
        List<String> command = new ArrayList<>();
        if (Commands.exists("setsid")) {
            command.add("setsid");
        }
        command.addAll(List.of("sh", "-c", SCRIPT, "urbanops-guard", engine.stopSignal(), Long.toString(engine.pid())));
        throwAway.forEach(directory -> command.add(directory.toAbsolutePath().toString()));
        try {
            Process guard = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            // The process number may belong to somebody else soon after the engine has ended.
            var unused = engine.onExit().whenComplete((code, failure) -> guard.destroyForcibly());
        } catch (IOException e) {
            throw new EngineFailure("cannot watch over " + engine.name() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Removes a throw-away data directory, not following links; absent is fine.
     *
     * @throws IOException when something in it cannot be removed
     */
    public static void remove(Path directory) throws IOException {
        EngineCache.delete(directory);
    }
}
