package city.urbanops.engines;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * Where Maven has put the engines on this machine. The build writes the paths into this module's jar, so that a start
 * neither downloads nor searches; a jar carried to another machine says what is missing.
 */
final class EngineArtifacts {

    private static final List<String> RESOURCES =
            List.of("/META-INF/urbanops/engines.properties", "/META-INF/urbanops/object-store.properties");
    private static final Properties PATHS = load();

    private EngineArtifacts() {}

    static String postgresVersion() {
        return value("postgres.version");
    }

    static Path postgresJar() {
        return existing("PostgreSQL", value("postgres.jar"));
    }

    static String keycloakVersion() {
        return value("keycloak.version");
    }

    static Path keycloakZip() {
        return existing("Keycloak", value("keycloak.zip"));
    }

    /** Returns the broker's class path without the broker's main class, in the form of {@code java -cp}. */
    static String kafkaClassPath() {
        return classPath("Kafka", "kafka.classpath");
    }

    /** Returns the object store's class path without its main class, in the form of {@code java -cp}. */
    static String objectStoreClassPath() {
        return classPath("the object store", "object-store.classpath");
    }

    /** Returns where unpacked engines are kept across checkouts: {@code ~/.cache/urbanops} or URBANOPS_CACHE. */
    static Path cache() {
        String override = System.getenv("URBANOPS_CACHE");
        return override == null || override.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "urbanops")
                : Path.of(override).toAbsolutePath();
    }

    /** Returns the java command of the running Java; children run on what their parent runs on. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String classPath(String engine, String key) {
        String classPath = value(key);
        for (String jar : classPath.split(File.pathSeparator, -1)) {
            existing(engine, jar);
        }
        return classPath;
    }

    private static Path existing(String engine, String path) {
        Path file = Path.of(path);
        if (!Files.isRegularFile(file)) {
            throw new EngineFailure("the binaries of " + engine + " are missing (" + file
                    + "): run ./mvnw -pl platform/engines install -DskipTests once.");
        }
        return file;
    }

    private static String value(String key) {
        String value = PATHS.getProperty(key, "");
        if (value.isBlank() || value.contains("${")) {
            throw new EngineFailure("the engines module was not built by Maven (" + key
                    + " is not known): run ./mvnw -pl platform/engines install -DskipTests once.");
        }
        return value;
    }

    private static Properties load() {
        Properties properties = new Properties();
        for (String resource : RESOURCES) {
            try (InputStream in = EngineArtifacts.class.getResourceAsStream(resource)) {
                if (in != null) {
                    properties.load(in);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + resource, e);
            }
        }
        return properties;
    }
}
