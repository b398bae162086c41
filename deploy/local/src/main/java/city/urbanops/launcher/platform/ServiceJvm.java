package city.urbanops.launcher.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The Java options of a service on one small machine: ten processes share 3 GB and two cores, so small heaps and the
 * serial collector, but the full compiler, because what is measured here must hold elsewhere.
 */
final class ServiceJvm {

    /** The first release in which compact object headers need no unlocking (JEP 519). */
    private static final int COMPACT_HEADERS = 25;

    private ServiceJvm() {}

    /** Returns the command that runs a service on the Java this process runs on. */
    static List<String> command(Path jar, int heapMegabytes) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms48m",
                "-Xmx" + heapMegabytes + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:MaxMetaspaceSize=192m",
                "-XX:ReservedCodeCacheSize=96m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                // the launcher asks again and again until it is ready; each answer before that is not worth a line
                "-Dquarkus.log.category.\"io.smallrye.health\".level=WARN"));
        if (Runtime.version().feature() >= COMPACT_HEADERS) {
            command.add("-XX:+UseCompactObjectHeaders");
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.add("-jar");
        command.add(jar.toString());
        return command;
    }
}
