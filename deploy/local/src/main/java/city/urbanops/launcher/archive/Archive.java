package city.urbanops.launcher.archive;

import city.urbanops.engines.RunState;
import city.urbanops.engines.Secrets;
import city.urbanops.launcher.ExitCodes;
import city.urbanops.launcher.Refusal;
import city.urbanops.launcher.Workspace;
import city.urbanops.launcher.console.ByteProgress;
import city.urbanops.launcher.platform.RunLock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** Saves what one installation keeps, and brings it back. Both need the platform to be stopped and hold its lock. */
public final class Archive {

    private static final String DATA = "data";
    private static final String SECRETS = "secrets.properties";

    private final Workspace workspace;
    private final boolean terminal;

    /** Works in this workspace and shows progress, on a terminal as a bar. */
    public Archive(Workspace workspace, boolean terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
    }

    /**
     * What was saved or brought back.
     *
     * @param file the archive
     * @param files how many files are in it
     * @param bytes how long they are together, uncompressed
     * @param createdAt RFC 3339 instant of the backup
     */
    public record Outcome(String file, int files, long bytes, String createdAt) {}

    /**
     * Writes a backup; the file appears under its name only when it is complete, readable by its owner only.
     *
     * @throws Refusal when the platform runs, there is no data, or the file exists
     * @throws IOException when something cannot be read or written
     */
    @SuppressWarnings("try") // the lock is held, not used
    public Outcome backup(Path file) throws IOException {
        if (Files.exists(file)) {
            throw new Refusal(file + " exists already; choose another name");
        }
        try (RunLock lock = stopped()) {
            if (!Files.isDirectory(workspace.data())) {
                throw new Refusal("there is no data in " + workspace.data() + " yet");
            }
            Path draft = Files.createTempFile(
                    file.toAbsolutePath().resolveSibling("."),
                    ".urbanops-backup",
                    ".part",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Manifest manifest = write(draft);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
                return outcome(file, manifest);
            } finally {
                Files.deleteIfExists(draft);
            }
        }
    }

    private Manifest write(Path draft) throws IOException {
        try (ByteProgress progress = ByteProgress.start("backup", sizeOf(workspace.data()), terminal);
                OutputStream out = Files.newOutputStream(draft);
                ArchiveWriter archive = new ArchiveWriter(out, progress::advance)) {
            archive.add(workspace.data(), DATA);
            Path secrets = Secrets.of(workspace.home()).file();
            if (Files.exists(secrets)) {
                archive.add(secrets, SECRETS);
            }
            return archive.finish();
        }
    }

    /**
     * Brings a backup back. It is unpacked and checked beside the present data, which is replaced only after that.
     *
     * @param replace whether data that is there may be replaced
     * @throws Refusal when the platform runs, the file is no intact backup, or there is data that may not be replaced
     * @throws IOException when something cannot be read or written
     */
    @SuppressWarnings("try") // the lock is held, not used
    public Outcome restore(Path file, boolean replace) throws IOException {
        if (!Files.isReadable(file)) {
            throw new Refusal("there is no readable file " + file);
        }
        try (RunLock lock = stopped()) {
            if (Files.exists(workspace.data()) && !replace) {
                throw new Refusal(
                        "there is data in " + workspace.data() + "; to replace it by the backup, add --force");
            }
            Path draft = workspace.work().resolve("restore");
            delete(draft);
            Files.createDirectories(draft);
            try {
                Manifest manifest = unpack(file, draft);
                if (!Files.isDirectory(draft.resolve(DATA))) {
                    throw new Refusal("the backup holds no data; nothing has been changed");
                }
                exchange(draft);
                return outcome(file, manifest);
            } finally {
                delete(draft);
            }
        }
    }

    private Manifest unpack(Path file, Path draft) throws IOException {
        try (ByteProgress progress = ByteProgress.start("restore", Files.size(file), terminal);
                InputStream in = progress.watch(Files.newInputStream(file))) {
            return new ArchiveReader(draft).unpack(in);
        }
    }

    private void exchange(Path draft) throws IOException {
        Path replaced = draft.resolve("replaced");
        if (Files.exists(workspace.data())) {
            Files.move(workspace.data(), replaced);
        }
        Files.move(draft.resolve(DATA), workspace.data());
        if (Files.exists(draft.resolve(SECRETS))) {
            Files.move(
                    draft.resolve(SECRETS),
                    Secrets.of(workspace.home()).file(),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** What a killed supervisor has left running still writes. */
    private RunLock stopped() {
        RunLock lock = RunLock.take(workspace);
        boolean writing = RunState.read(workspace.home())
                .map(state -> !state.living().isEmpty())
                .orElse(false);
        if (writing) {
            lock.close();
            throw new Refusal(
                    "processes of an earlier run are still there; stop them with ./urbanops down",
                    ExitCodes.ALREADY_RUNS);
        }
        return lock;
    }

    private static Outcome outcome(Path file, Manifest manifest) {
        return new Outcome(file.toString(), manifest.files().size(), manifest.bytes(), manifest.createdAt());
    }

    private static long sizeOf(Path directory) throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            return tree.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .mapToLong(path -> path.toFile().length())
                    .sum();
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
