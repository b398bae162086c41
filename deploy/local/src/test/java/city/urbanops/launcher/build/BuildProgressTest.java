package city.urbanops.launcher.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BuildProgressTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void shows_each_module_on_a_line_where_lines_stay() {
        // Given
        BuildProgress progress = progress(false);

        // When
        progress.accept("[INFO] Building UrbanOps engines 0.1.0-SNAPSHOT                          [4/15]");
        progress.accept("[INFO] --- jar:3.5.0:jar (default-jar) @ engines ---");
        progress.accept("[INFO] Building UrbanOps launcher 0.1.0-SNAPSHOT                        [14/15]");
        progress.end();

        // Then
        assertThat(text().lines())
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("4/15 UrbanOps engines"),
                        line -> assertThat(line).endsWith("14/15 UrbanOps launcher"),
                        line -> assertThat(line).contains("built in 0 s"));
    }

    @Test
    void does_not_look_dead_while_it_downloads() {
        // Given
        BuildProgress progress = progress(false);

        // When
        for (int i = 0; i < 250; i++) {
            progress.accept("Downloaded from central: https://repo/x.jar (1 kB at 2 kB/s)");
        }

        // Then
        assertThat(text().lines())
                .satisfiesExactly(line -> assertThat(line).contains("100 files downloaded"), line -> assertThat(line)
                        .contains("200 files downloaded"));
    }

    @Test
    void rewrites_one_line_on_a_terminal() {
        // Given
        BuildProgress progress = progress(true);

        // When
        progress.accept("[INFO] Building UrbanOps engines 0.1.0-SNAPSHOT                          [4/15]");
        progress.accept("[INFO] Building UrbanOps launcher 0.1.0-SNAPSHOT                        [14/15]");

        // Then
        assertThat(text()).doesNotContain("\n").contains("\r\u001b[K");
    }

    private BuildProgress progress(boolean terminal) {
        return new BuildProgress(new PrintStream(written, true, StandardCharsets.UTF_8), terminal);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
