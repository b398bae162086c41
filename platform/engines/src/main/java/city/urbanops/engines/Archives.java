package city.urbanops.engines;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks what the engines come in. */
final class Archives {

    private static final int OWNER_MAY_EXECUTE = 0100;

    private Archives() {}

    /** Unpacks the one xz-compressed tar inside a jar, keeping links and execute permissions. */
    static void untarFromJar(Path jar, Path target) throws IOException {
        try (ZipInputStream zip = open(jar)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".txz")) {
                    untar(new TarArchiveInputStream(new XZCompressorInputStream(zip)), target);
                    return;
                }
            }
        }
        throw new IOException(jar + " holds no .txz");
    }

    /** Unpacks a zip without its single top directory. */
    static void unzip(Path archive, Path target) throws IOException {
        try (ZipInputStream zip = open(archive)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                if (!entry.isDirectory() && !name.isEmpty()) {
                    copy(zip, inside(target, name));
                }
            }
        }
    }

    private static void untar(TarArchiveInputStream tar, Path target) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path path = inside(target, entry.getName());
            if (entry.isSymbolicLink()) {
                inside(target, path.resolveSibling(entry.getLinkName()).toString());
                Files.createDirectories(path.getParent());
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else if (entry.isFile()) {
                copy(tar, path);
                if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0 && !path.toFile().setExecutable(true, false)) {
                    throw new IOException("cannot make " + path + " executable");
                }
            }
        }
    }

    private static void copy(InputStream in, Path path) throws IOException {
        Files.createDirectories(path.getParent());
        Files.copy(in, path, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path inside(Path target, String name) throws IOException {
        Path path = target.resolve(name).normalize();
        if (!path.startsWith(target)) {
            throw new IOException(name + " leads out of " + target);
        }
        return path;
    }

    private static ZipInputStream open(Path file) throws IOException {
        return new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)));
    }
}
