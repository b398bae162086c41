package city.urbanops.launcher.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps the logs from filling the disk: a file over the limit becomes {@code NAME.log.1}, instead of the one before, and goes on
 * empty. Every process appends, so it needs not be told; what it writes between the copy and the cut is lost.
 */
final class LogRotation {

    private static final long LIMIT_BYTES = 32L * 1024 * 1024;

    private final Path directory;
    private final long limit;

    /** Rotates the files {@code *.log} of this directory at 32 MiB. */
    LogRotation(Path directory) {
        this(directory, LIMIT_BYTES);
    }

    LogRotation(Path directory, long limit) {
        this.directory = directory;
        this.limit = limit;
    }

    /** Looks at each file once. */
    void rotate() {
        for (Path log : logs()) {
            try {
                if (Files.size(log) > limit) {
                    Files.copy(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                    FileChannel.open(log, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                            .close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the log " + log + " cannot be rotated", e);
            }
        }
    }

    private List<Path> logs() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".log"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the logs in " + directory + " cannot be listed", e);
        }
    }
}
