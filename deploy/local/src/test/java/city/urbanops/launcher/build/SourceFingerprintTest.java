package city.urbanops.launcher.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFingerprintTest {

    @TempDir
    private Path root;

    private String before;

    @BeforeEach
    void aProject() throws IOException {
        write("pom.xml");
        write("gateway/pom.xml");
        write("gateway/src/main/java/A.java");
        write("gateway/src/main/resources/target.properties");
        before = SourceFingerprint.of(root);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                "gateway/src/main/java/A.java",
                "gateway/src/main/java/B.java",
                "gateway/src/main/webui/src/app.ts",
                "deploy/keycloak/urbanops-realm.json",
                ".mvn/jvm.config"
            })
    void changes_when_something_is_built_from_it(String file) throws IOException {
        // When
        Files.writeString(write(file), "changed");

        // Then
        assertThat(SourceFingerprint.of(root)).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "gateway/target/classes/A.class",
                "gateway/src/test/java/ATest.java",
                "gateway/src/main/webui/node_modules/x/index.js",
                ".git/index",
                ".urbanops/run/state.json",
                "docs/adr/0001.md",
                "system-tests/src/test/java/T.java",
                "bench/results/run.json"
            })
    void stays_when_nothing_is_built_from_it(String file) throws IOException {
        // When
        Files.writeString(write(file), "changed");

        // Then
        assertThat(SourceFingerprint.of(root)).isEqualTo(before);
    }

    @Test
    void stays_when_only_the_time_of_a_file_changes() throws IOException {
        // When
        Files.setLastModifiedTime(root.resolve("pom.xml"), FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));

        // Then
        assertThat(SourceFingerprint.of(root)).isEqualTo(before);
    }

    @Test
    void changes_when_a_file_is_renamed() throws IOException {
        // When
        Files.move(root.resolve("gateway/src/main/java/A.java"), root.resolve("gateway/src/main/java/C.java"));

        // Then
        assertThat(SourceFingerprint.of(root)).isNotEqualTo(before);
    }

    private Path write(String file) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, file);
    }
}
