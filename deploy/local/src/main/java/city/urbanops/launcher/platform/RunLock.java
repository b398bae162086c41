package city.urbanops.launcher.platform;

import city.urbanops.engines.RunState;
import city.urbanops.launcher.ExitCodes;
import city.urbanops.launcher.Refusal;
import city.urbanops.launcher.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * The right to run, save or replace what lies in one {@code .urbanops}. It is a lock of the operating system, so it ends
 * with its holder, however that ends.
 */
public final class RunLock implements AutoCloseable {

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws Refusal with {@link ExitCodes#ALREADY_RUNS} when another process has it
     * @throws UncheckedIOException when the directory cannot be written
     */
    public static RunLock take(Workspace workspace) {
        try {
            Files.createDirectories(workspace.lock().getParent());
            FileChannel channel =
                    FileChannel.open(workspace.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new Refusal(holderOf(workspace), ExitCodes.ALREADY_RUNS);
            }
            return new RunLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + workspace.lock(), e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static String holderOf(Workspace workspace) {
        return RunState.read(workspace.home())
                .filter(RunState::isSupervised)
                .map(state -> "UrbanOps already runs here (supervisor process "
                        + state.supervisor().pid() + ", " + state.gatewayUrl()
                        + "); see ./urbanops status, stop it with ./urbanops down")
                .orElse("another ./urbanops works in " + workspace.work() + " just now; wait until it has ended");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release the lock", e);
        }
    }
}
