package city.urbanops.launcher.archive;

import city.urbanops.launcher.archive.Manifest.Content;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** Writes files into a compressed tar archive and remembers what they were. */
final class ArchiveWriter implements AutoCloseable {

    /** Kafka's preallocated index files are mostly zeros, and speed matters more than the last tenth. */
    private static final int FAST = 1;

    private final TarArchiveOutputStream tar;
    private final Map<String, Content> written = new HashMap<>();
    private final LongConsumer progress;

    /**
     * Begins an archive.
     *
     * @param progress gets the length of each block that has been read, in bytes
     */
    ArchiveWriter(OutputStream out, LongConsumer progress) throws IOException {
        GzipParameters parameters = new GzipParameters();
        parameters.setCompressionLevel(FAST);
        this.tar = new TarArchiveOutputStream(
                new GzipCompressorOutputStream(new BufferedOutputStream(out, 1 << 16), parameters));
        this.tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        this.tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        this.progress = progress;
    }

    /** Adds a file, or a directory with all below it. Links are left out: the engines make theirs at every start. */
    void add(Path path, String name) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return;
        }
        if (!Files.isDirectory(path)) {
            addFile(path, name);
            return;
        }
        TarArchiveEntry entry = new TarArchiveEntry(name + "/");
        entry.setMode(FileModes.of(path));
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
        try (Stream<Path> children = Files.list(path)) {
            for (Path child : children.sorted().toList()) {
                add(child, name + "/" + child.getFileName());
            }
        }
    }

    /** Ends the archive with its manifest. Returns it. */
    Manifest finish() throws IOException {
        Manifest manifest = new Manifest(Manifest.FORMAT, Instant.now().toString(), written);
        byte[] json = manifest.toJson();
        TarArchiveEntry entry = new TarArchiveEntry(Manifest.NAME);
        entry.setSize(json.length);
        tar.putArchiveEntry(entry);
        tar.write(json);
        tar.closeArchiveEntry();
        tar.finish();
        return manifest;
    }

    private void addFile(Path file, String name) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        long size = Files.size(file);
        entry.setSize(size);
        entry.setMode(FileModes.of(file));
        tar.putArchiveEntry(entry);
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(in, Digests.sha256())) {
            byte[] block = new byte[1 << 16];
            for (int read = digested.read(block); read >= 0; read = digested.read(block)) {
                tar.write(block, 0, read);
                progress.accept(read);
            }
            written.put(name, new Content(size, Digests.hex(digested.getMessageDigest())));
        }
        tar.closeArchiveEntry();
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
