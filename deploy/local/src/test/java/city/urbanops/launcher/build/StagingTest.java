package city.urbanops.launcher.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {

    @TempDir
    private Path root;

    private Path app;
    private Staging staging;

    @BeforeEach
    void aBuiltProject() throws IOException {
        app = root.resolve(".urbanops/app");
        staging = new Staging(root, app);
        write("deploy/local/target/launcher-0.1.jar", "launcher");
        write("deploy/local/target/launcher-lib/picocli.jar", "picocli");
        write("gateway/target/quarkus-app/quarkus-run.jar", "runner");
        write("gateway/target/quarkus-app/lib/main/netty.jar", "netty");
        write("platform/target/x.jar", "no service");
    }

    @Test
    void holds_what_it_was_made_from() throws IOException {
        // When
        staging.refresh("abc");

        // Then
        assertThat(staging.holds("abc")).isTrue();
        assertThat(staging.holds("abd")).isFalse();
        assertThat(app.resolve("launcher/launcher-0.1.jar")).hasContent("launcher");
        assertThat(app.resolve("launcher/picocli.jar")).hasContent("picocli");
        assertThat(app.resolve("services/gateway/lib/main/netty.jar")).hasContent("netty");
        assertThat(app.resolve("services")).isDirectoryNotContaining(path -> !path.endsWith("gateway"));
    }

    @Test
    void keeps_running_jars_when_maven_writes_new_ones() throws IOException {
        // Given
        staging.refresh("abc");

        // When
        write("gateway/target/quarkus-app/quarkus-run.jar", "newer");
        write("deploy/local/target/launcher-0.1.jar", "newer");

        // Then
        assertThat(app.resolve("services/gateway/quarkus-run.jar")).hasContent("runner");
        assertThat(app.resolve("launcher/launcher-0.1.jar")).hasContent("launcher");
    }

    @Test
    void forgets_what_is_no_longer_built() throws IOException {
        // Given
        staging.refresh("abc");
        Files.delete(root.resolve("gateway/target/quarkus-app/quarkus-run.jar"));

        // When
        staging.refresh("abd");

        // Then
        assertThat(app.resolve("services/gateway")).doesNotExist();
    }

    @Test
    void knows_that_nothing_is_built() throws IOException {
        // Given
        Staging empty = new Staging(root.resolve("platform"), app);

        // Then
        assertThat(empty.sourcesAreBuilt()).isFalse();
        assertThat(empty.isComplete()).isFalse();
        assertThat(staging.sourcesAreBuilt()).isTrue();
    }

    private void write(String file, String content) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
