package city.urbanops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real script {@code urbanops} with installations that only say who they are. */
class JavaSelectionTest {

    private static final Path SCRIPT = Path.of(System.getProperty("urbanops.root"), "urbanops");

    @TempDir
    private Path directory;

    private Path installed;
    private Path home;

    @BeforeEach
    void anInstallationThatIsBuilt() throws IOException {
        installed = Files.createDirectory(directory.resolve("jvm"));
        home = directory.resolve("home");
        Files.createDirectories(home.resolve(".urbanops/app"));
        Files.createFile(home.resolve(".urbanops/app/complete"));
    }

    @Test
    void runs_on_the_newest_supported_java() throws Exception {
        // Given
        aJdk(installed, 17);
        aJdk(installed, 25);
        aJdk(installed, 21);
        aJdk(installed, 26);
        aJdk(installed, 11);

        // When
        Result result = run(Map.of("JAVA_HOME", aJdk(directory, 17).toString()), "status");

        // Then
        assertThat(result.output()).startsWith("java 25 ").contains("city.urbanops.launcher.Launcher status");
    }

    @Test
    void prefers_java_home_among_equals() throws Exception {
        // Given
        aJdk(installed, 17);
        Path meant = aJdk(directory, 17);

        // When
        Result result = run(Map.of("JAVA_HOME", meant.toString()), "status");

        // Then
        assertThat(result.output()).contains(meant.toString());
    }

    @Test
    void finds_the_java_on_the_path_through_its_links() throws Exception {
        // Given
        Path real = aJdk(directory, 21);
        Path bin = Files.createDirectory(directory.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("java"), real.resolve("bin/java"));

        // When
        Result result = run(Map.of("PATH", bin + ":/usr/bin:/bin"), "status");

        // Then
        assertThat(result.output()).contains(real.toString());
    }

    @Test
    void says_in_one_sentence_that_there_is_no_jdk() throws Exception {
        // Given
        aJdk(installed, 11);

        // When
        Result result = run(Map.of("PATH", pathWithoutJava()), "up");

        // Then
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output().lines()).singleElement().asString().contains("no JDK 17 to 25", "apt-get install");
    }

    @Test
    void works_through_a_link_from_another_directory() throws Exception {
        // Given
        aJdk(installed, 17);
        Path link = Files.createSymbolicLink(directory.resolve("linked"), SCRIPT);

        // When
        Result result = run(link, Map.of(), "logs", "kafka");

        // Then
        Files.delete(link);
        assertThat(result.output()).contains("-Durbanops.root=" + SCRIPT.getParent(), "Launcher logs kafka");
    }

    private record Result(int exitCode, String output) {}

    private Result run(Map<String, String> environment, String... arguments) throws Exception {
        return run(SCRIPT, environment, arguments);
    }

    private Result run(Path script, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add("/bin/bash");
        command.add(script.toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        Map<String, String> complete = new HashMap<>(Map.of(
                "PATH", pathWithoutJava(), "URBANOPS_HOME", home.toString(), "URBANOPS_JDKS", installed.toString()));
        complete.putAll(environment);
        builder.environment().clear();
        builder.environment().putAll(complete);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    /** The script needs a few commands of the system, which may have a java beside them. */
    private String pathWithoutJava() throws IOException {
        Path tools = directory.resolve("tools");
        if (Files.exists(tools)) {
            return tools.toString();
        }
        Files.createDirectory(tools);
        for (String tool : new String[] {"readlink", "dirname", "mkdir", "sed", "sort", "id", "find"}) {
            for (String place : new String[] {"/usr/bin", "/bin"}) {
                if (Files.exists(Path.of(place, tool)) && !Files.exists(tools.resolve(tool))) {
                    aScript(tools.resolve(tool), "exec " + Path.of(place, tool) + " \"$@\"");
                }
            }
        }
        return tools.toString();
    }

    private static Path aJdk(Path parent, int feature) throws IOException {
        Path jdk = parent.resolve("jdk-" + feature);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + feature + ".0.1\"\n");
        for (String command : new String[] {"java", "javac"}) {
            aScript(jdk.resolve("bin").resolve(command), "echo \"" + command + " " + feature + " $0 $*\"");
        }
        return jdk;
    }

    private static void aScript(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
