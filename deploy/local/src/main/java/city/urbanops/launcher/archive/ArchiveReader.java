package city.urbanops.launcher.archive;

import city.urbanops.launcher.Refusal;
import city.urbanops.launcher.archive.Manifest.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Unpacks a backup into an empty directory and checks it against its manifest. */
final class ArchiveReader {

    private final Path directory;
    private final Map<String, Content> found = new HashMap<>();

    /** Unpacks into this directory, which exists and is empty. */
    ArchiveReader(Path directory) {
        this.directory = directory;
    }

    /**
     * Unpacks everything.
     *
     * @param in the compressed archive; not closed
     * @return what was found, all of it as the manifest says
     * @throws Refusal when it is no backup, or damaged
     * @throws IOException when files cannot be written
     */
    Manifest unpack(InputStream in) throws IOException {
        byte[] manifest = null;
        // a directory that may only be read must get its files first
        Deque<TarArchiveEntry> directories = new ArrayDeque<>();
        TarArchiveInputStream tar = open(in);
        for (TarArchiveEntry entry = next(tar); entry != null; entry = next(tar)) {
            if (entry.getName().equals(Manifest.NAME)) {
                manifest = tar.readAllBytes();
            } else if (entry.isDirectory()) {
                Files.createDirectories(target(entry));
                directories.push(entry);
            } else if (entry.isFile()) {
                unpackFile(tar, entry);
            } else {
                throw new Refusal("the backup holds " + entry.getName() + ", which is neither file nor directory");
            }
        }
        if (manifest == null) {
            throw new Refusal("the backup has no manifest: it is cut short or no backup of UrbanOps");
        }
        for (TarArchiveEntry entry : directories) {
            FileModes.set(target(entry), entry.getMode());
        }
        Manifest expected = Manifest.parse(manifest);
        expected.requireSame(found);
        return expected;
    }

    private static TarArchiveInputStream open(InputStream in) {
        try {
            return new TarArchiveInputStream(new GZIPInputStream(in, 1 << 16));
        } catch (IOException notGzip) {
            throw new Refusal("this is no backup of UrbanOps: " + notGzip.getMessage());
        }
    }

    private static TarArchiveEntry next(TarArchiveInputStream tar) {
        try {
            return tar.getNextEntry();
        } catch (IOException e) {
            throw new Refusal("the backup is damaged (" + e.getMessage() + "); nothing has been changed");
        }
    }

    private void unpackFile(TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
        Path file = target(entry);
        Files.createDirectories(file.resolveSibling("."));
        MessageDigest digest = Digests.sha256();
        long bytes = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] block = new byte[1 << 16];
            for (int read = read(tar, block); read >= 0; read = read(tar, block)) {
                out.write(block, 0, read);
                digest.update(block, 0, read);
                bytes += read;
            }
        }
        FileModes.set(file, entry.getMode());
        found.put(entry.getName(), new Content(bytes, Digests.hex(digest)));
    }

    private static int read(TarArchiveInputStream tar, byte[] block) {
        try {
            return tar.read(block);
        } catch (IOException e) {
            throw new Refusal("the backup is damaged (" + e.getMessage() + "); nothing has been changed");
        }
    }

    /** An archive can name any path; ours stay below the directory. */
    private Path target(TarArchiveEntry entry) {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory) || target.equals(directory)) {
            throw new Refusal(
                    "the backup holds the path " + entry.getName() + ", which lies outside; nothing has been changed");
        }
        return target;
    }
}
