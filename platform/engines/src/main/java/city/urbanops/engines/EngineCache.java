package city.urbanops.engines;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Directories that are expensive to make and never change once made (unpacked binaries, a built Keycloak), shared by all
 * checkouts of one user. Two builds at once make one: the second waits for the first.
 */
final class EngineCache {

    private static final Object IN_THIS_JVM = new Object();

    private EngineCache() {}

    /** Fills a new, empty directory. */
    @FunctionalInterface
    interface Maker {
        /** Writes the content; what it leaves when it throws is removed. */
        void fill(Path directory) throws IOException;
    }

    /**
     * Returns the cached directory of that name, making it first when absent.
     *
     * @throws EngineFailure when it cannot be made
     */
    static Path directory(String name, Maker maker) {
        Path directory = EngineArtifacts.cache().resolve(name);
        if (Files.isDirectory(directory)) {
            return directory;
        }
        // A file lock belongs to the whole JVM; between its own threads a monitor has to do.
        synchronized (IN_THIS_JVM) {
            return make(directory, maker);
        }
    }

    private static Path make(Path directory, Maker maker) {
        try {
            Files.createDirectories(directory.getParent());
            Path lockFile = directory.resolveSibling(directory.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (Files.isDirectory(directory) && lock.isValid()) {
                    return directory;
                }
                Path draft = directory.resolveSibling(directory.getFileName() + ".draft");
                delete(draft);
                Files.createDirectories(draft);
                maker.fill(draft);
                Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
                return directory;
            }
        } catch (IOException e) {
            throw new EngineFailure("cannot prepare " + directory + ": " + e.getMessage(), e);
        }
    }

    /** Removes a directory and all below it, not following links; absent is fine. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
