package city.urbanops.launcher.build;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * The copy of the built platform it runs from: {@code launcher/*.jar} and {@code services/<module>/quarkus-run.jar}.
 * Third-party jars are hard links, as Maven and Quarkus replace such files and never write into them; our own are copied.
 */
final class Staging {

    private static final String RUNNER = "quarkus-run.jar";

    private final Path root;
    private final Path app;

    Staging(Path root, Path app) {
        this.root = root;
        this.app = app;
    }

    /** Returns whether the stage is complete and was made from sources of this fingerprint. */
    boolean holds(String fingerprint) throws IOException {
        return isComplete() && Files.readString(marker()).equals(fingerprint);
    }

    /** Returns whether a stage can be run from, whatever it was made from. */
    boolean isComplete() {
        return Files.isRegularFile(marker());
    }

    /** Returns whether Maven's output holds the launcher. */
    boolean sourcesAreBuilt() throws IOException {
        return Files.isDirectory(launcherLibraries())
                && !ownJars(launcherTarget()).isEmpty();
    }

    /**
     * Replaces the stage by what Maven has left in the {@code target} directories. The marker is written last: a stage
     * half made is made again.
     *
     * @throws IOException when files cannot be read or written
     */
    void refresh(String fingerprint) throws IOException {
        Files.deleteIfExists(marker());
        delete(app);
        Path launcher = Files.createDirectories(app.resolve("launcher"));
        for (Path jar : ownJars(launcherTarget())) {
            Files.copy(jar, launcher.resolve(jar.getFileName()));
        }
        copyTree(launcherLibraries(), launcher);
        for (Path module : serviceModules()) {
            copyTree(quarkusApp(module), app.resolve("services").resolve(module.getFileName()));
        }
        Files.writeString(marker(), fingerprint);
    }

    private List<Path> serviceModules() throws IOException {
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(
                            module -> Files.isRegularFile(quarkusApp(module).resolve(RUNNER)))
                    .sorted()
                    .toList();
        }
    }

    private static Path quarkusApp(Path module) {
        return module.resolve("target").resolve("quarkus-app");
    }

    private Path launcherTarget() {
        return root.resolve("deploy").resolve("local").resolve("target");
    }

    private Path launcherLibraries() {
        return launcherTarget().resolve("launcher-lib");
    }

    private Path marker() {
        return app.resolve("complete");
    }

    private static List<Path> ownJars(Path target) throws IOException {
        try (Stream<Path> children = Files.list(target)) {
            return children.filter(file -> file.getFileName().toString().matches("launcher-.*\\.jar"))
                    .toList();
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectories(to.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path relative = from.relativize(file);
                stage(file, to.resolve(relative), from.endsWith("launcher-lib") || relative.startsWith("lib"));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void stage(Path file, Path target, boolean library) throws IOException {
        String name = file.getFileName().toString();
        if (library && !name.contains("urbanops") && !name.contains("SNAPSHOT")) {
            try {
                Files.createLink(target, file);
                return;
            } catch (IOException | UnsupportedOperationException otherFileSystemOrOwner) {
                // a copy does as well
            }
        }
        Files.copy(file, target);
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
