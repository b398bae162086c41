package city.urbanops.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogRotationTest {

    @TempDir
    Path logs;

    @Test
    void sets_a_long_log_aside_while_its_process_goes_on_writing() throws IOException {
        // Given
        Path log = logs.resolve("dispatch.log");
        Files.writeString(log.resolveSibling("dispatch.log.1"), "the one before");
        try (var process = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            process.write("more than ten bytes\n".getBytes(StandardCharsets.UTF_8));

            // When
            new LogRotation(logs, 10).rotate();
            process.write("next\n".getBytes(StandardCharsets.UTF_8));
        }

        // Then
        assertThat(log).hasContent("next\n");
        assertThat(logs.resolve("dispatch.log.1")).hasContent("more than ten bytes\n");
    }

    @Test
    void leaves_short_logs_and_other_files_alone() throws IOException {
        // Given
        Path log = Files.writeString(logs.resolve("kafka.log"), "short");
        Path other = Files.writeString(logs.resolve("heap.hprof"), "more than ten bytes");

        // When
        new LogRotation(logs, 10).rotate();

        // Then
        assertThat(log).hasContent("short");
        assertThat(other).hasContent("more than ten bytes");
        assertThat(logs.resolve("kafka.log.1")).doesNotExist();
    }
}
