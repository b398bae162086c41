package city.urbanops.launcher.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A directory only its owner may look into. PostgreSQL sees to its own, which may belong to another user. */
final class PrivateDirectory {

    private PrivateDirectory() {}

    /**
     * Makes the directory, with those above it, and closes it to others; existing is fine.
     *
     * @throws UncheckedIOException when it cannot be made or belongs to somebody else
     */
    static void make(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare " + directory, e);
        }
    }
}
