package city.urbanops.launcher.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerTest {

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void prints_the_last_lines_only() throws IOException {
        // Given
        Path log = Files.writeString(directory.resolve("a.log"), "one\ntwo\n工地扬尘\n");

        // When
        new LogFollower(out, false).add("a", log, 2);

        // Then
        assertThat(text()).isEqualTo("two\n工地扬尘\n");
    }

    @Test
    void prints_all_of_a_short_log() throws IOException {
        // Given
        Path log = Files.writeString(directory.resolve("a.log"), "one\ntwo\n");

        // When
        new LogFollower(out, false).add("a", log, 40);

        // Then
        assertThat(text()).isEqualTo("one\ntwo\n");
    }

    @Test
    void finds_the_last_lines_of_a_long_log() throws IOException {
        // Given
        Path log = Files.writeString(directory.resolve("a.log"), "x".repeat(200_000) + "\nlast but one\nlast\n");

        // When
        new LogFollower(out, false).add("a", log, 2);

        // Then
        assertThat(text()).isEqualTo("last but one\nlast\n");
    }

    @Test
    void goes_on_with_what_is_added_under_its_name() throws Exception {
        // Given
        Path log = Files.writeString(directory.resolve("a.log"), "old\n");
        LogFollower follower = new LogFollower(out, true);
        follower.add("kafka", log, 0);
        Thread following = new Thread(() -> {
            try {
                follower.follow();
            } catch (IOException | InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        following.start();

        // When
        Files.writeString(log, "new\n", StandardOpenOption.APPEND);

        // Then
        await().untilAsserted(() -> assertThat(text()).isEqualTo("kafka        | new\n"));
        following.interrupt();
        following.join();
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
