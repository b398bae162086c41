package city.urbanops.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The unpacked and built Keycloak, cached across checkouts: building takes far longer than starting. */
final class KeycloakImage {

    /** Change it together with {@link #BUILD}: it names the cached result. */
    private static final String BUILD_VERSION = "2";

    private static final List<String> BUILD =
            List.of("build", "--db=dev-file", "--health-enabled=false", "--metrics-enabled=false");

    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            // Signing tokens is done by intrinsics; the second compiler would only cost start-up and memory.
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:MaxMetaspaceSize=256m",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory"
                    + "=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "-Dquarkus-log-max-startup-records=10000");

    private KeycloakImage() {}

    static Path ensure(Consumer<String> progress) {
        String name = "keycloak-" + EngineArtifacts.keycloakVersion() + "-" + BUILD_VERSION;
        return EngineCache.directory(name, directory -> {
            progress.accept("unpacking Keycloak " + EngineArtifacts.keycloakVersion());
            Archives.unzip(EngineArtifacts.keycloakZip(), directory);
            progress.accept("building Keycloak once (about 20 s; the result is kept)");
            build(directory);
        });
    }

    private static void build(Path home) throws IOException {
        Commands.Result result = Commands.run(java(home, List.of("-Xmx512m"), BUILD), Map.of());
        if (result.exitCode() != 0) {
            throw new IOException("kc build failed: " + result.output());
        }
        Files.writeString(home.resolve("build.log"), result.output());
        // Left by the build; every start brings a home of its own.
        EngineCache.delete(home.resolve("data"));
    }

    /** Returns the command kc.sh would run, without the shell that stays above it and takes no signals. */
    static List<String> java(Path home, List<String> heap, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(EngineArtifacts.java());
        command.addAll(JVM);
        command.addAll(heap);
        command.add("-Dkc.home.dir=" + home);
        command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        command.add("-cp");
        command.add(home.resolve("lib/quarkus-run.jar").toString());
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        command.addAll(arguments);
        return command;
    }

    /** Points a link at its target, replacing one that points elsewhere. */
    static void link(Path link, Path target) throws IOException {
        Path draft = link.resolveSibling(link.getFileName() + ".link");
        Files.deleteIfExists(draft);
        Files.createSymbolicLink(draft, target);
        Files.move(draft, link, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
