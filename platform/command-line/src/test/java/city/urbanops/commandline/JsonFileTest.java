package city.urbanops.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFileTest {

    @TempDir
    Path directory;

    @Test
    void writes_into_a_directory_that_is_not_there_yet_and_replaces() throws Exception {
        // Given
        Path file = directory.resolve("new/result.json");
        JsonFile.write(file, Map.of("first", 1));

        // When
        JsonFile.write(file, Map.of("at", Instant.EPOCH));

        // Then
        assertThat(file).content().isEqualToIgnoringWhitespace("{\"at\": \"1970-01-01T00:00:00Z\"}");
    }

    @Test
    void says_in_one_sentence_that_it_cannot_write() throws Exception {
        // Given
        Path taken = Files.writeString(directory.resolve("taken"), "a file");

        // Then
        assertThatThrownBy(() -> JsonFile.write(taken.resolve("below"), Map.of()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("cannot write " + taken);
    }
}
