package city.urbanops.launcher.checks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.urbanops.launcher.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryCheckTest {

    @TempDir
    private Path directory;

    @Test
    void refuses_when_less_is_available_than_the_platform_takes() throws IOException {
        // Given
        Path meminfo = meminfo(2_000_000);

        // Then
        assertThatThrownBy(() -> new MemoryCheck(meminfo).requireEnough())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("2.0 GB")
                .hasMessageContaining("3.0 GB");
    }

    @Test
    void passes_when_enough_is_available() throws IOException {
        // Given
        Path meminfo = meminfo(3_000_000);

        // Then
        assertThatCode(() -> new MemoryCheck(meminfo).requireEnough()).doesNotThrowAnyException();
    }

    @Test
    void passes_where_the_system_does_not_tell() {
        assertThatCode(() -> new MemoryCheck(directory.resolve("absent")).requireEnough())
                .doesNotThrowAnyException();
    }

    private Path meminfo(long availableKilobytes) throws IOException {
        return Files.writeString(
                directory.resolve("meminfo"),
                "MemTotal:       16303208 kB\nMemFree:          100000 kB\nMemAvailable:   " + availableKilobytes
                        + " kB\nBuffers:          1 kB\n");
    }
}
