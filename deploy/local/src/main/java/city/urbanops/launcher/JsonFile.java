package city.urbanops.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What {@code --json FILE} asks for. */
final class JsonFile {

    private JsonFile() {}

    /** Writes a document, indented; nothing when no file was asked for. */
    static void write(@Nullable Path file, Object document) throws IOException {
        if (file != null) {
            Files.writeString(
                    file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n");
        }
    }
}
