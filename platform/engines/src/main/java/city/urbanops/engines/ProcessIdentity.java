package city.urbanops.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One process of this machine, told apart from a later one that was given the same number.
 *
 * @param pid process number
 * @param startedAt {@link ProcessHandle.Info#startInstant()} of that process
 */
public record ProcessIdentity(long pid, Instant startedAt) {

    /** The start instant is computed from the boot time, which clock corrections move by up to a second or so. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** Returns the identity of a living process; its start instant is now where the system does not tell. */
    public static ProcessIdentity of(ProcessHandle process) {
        return new ProcessIdentity(process.pid(), process.info().startInstant().orElseGet(Instant::now));
    }

    /** Returns the identity of the calling process. */
    public static ProcessIdentity current() {
        return of(ProcessHandle.current());
    }

    /** Returns whether this very process still runs; a zombie that nobody has reaped counts as ended. */
    public boolean isAlive() {
        return handle().isPresent();
    }

    /** Returns the handle of this very process, or empty once it has ended. */
    public Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(this::startedThen)
                .filter(process -> !isZombie(process.pid()));
    }

    private boolean startedThen(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(instant -> Duration.between(instant, startedAt).abs().compareTo(TOLERANCE) <= 0)
                .orElse(true);
    }

    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException noProcFileSystemOrJustEnded) {
            return false;
        }
    }
}
