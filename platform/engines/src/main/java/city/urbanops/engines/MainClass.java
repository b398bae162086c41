package city.urbanops.engines;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The main class of a child process, laid down where the child's class path finds it. */
final class MainClass {

    private MainClass() {}

    /**
     * Copies one class below {@code classes} in this directory and returns that. Class loaders of tests do not say where a
     * class file lies; every one of them can hand out its bytes.
     */
    static Path layDown(String className, Path directory) throws IOException {
        String resource = className.replace('.', '/') + ".class";
        Path classes = directory.resolve("classes");
        Path target = classes.resolve(resource);
        Files.createDirectories(target.getParent());
        try (InputStream in = MainClass.class.getResourceAsStream("/" + resource)) {
            if (in == null) {
                throw new EngineFailure("the engines module is incomplete: " + resource + " is missing.");
            }
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return classes;
    }
}
