package city.urbanops.launcher.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * One number for all that goes into the jars. It is taken from the content, not from modification times, which a
 * checkout or a branch switch changes without changing anything.
 */
final class SourceFingerprint {

    private static final Set<String> NOT_BUILT_FROM =
            Set.of("target", "node_modules", "dist", "docs", "test", "system-tests", "results");

    private SourceFingerprint() {}

    /**
     * Returns 64 hexadecimal digits that change when a POM, a main source or a resource below the project root is added,
     * removed, renamed or edited, and stay the same otherwise: tests, documents and build output do not count.
     *
     * @throws IOException when the project cannot be read
     */
    static String of(Path root) throws IOException {
        MessageDigest digest = sha256();
        for (Path file : sources(root)) {
            digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(Files.readAllBytes(file));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Path> sources(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean skipped = !directory.equals(root) && isLeftOut(directory);
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && isSource(root, file)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(null);
        return found;
    }

    private static boolean isLeftOut(Path directory) {
        String name = directory.getFileName().toString();
        return NOT_BUILT_FROM.contains(name) || (name.startsWith(".") && !name.equals(".mvn"));
    }

    private static boolean isSource(Path root, Path file) {
        String name = file.getFileName().toString();
        boolean besidesTheModules = root.relativize(file).getNameCount() == 1 && !name.equals("pom.xml");
        return !besidesTheModules && !name.endsWith(".md") && !name.endsWith(".log");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
