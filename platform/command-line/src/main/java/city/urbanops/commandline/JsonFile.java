package city.urbanops.commandline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What {@code --json FILE} asks for: a verb's result for other programs, indented, times as RFC 3339, absent values as null. */
public final class JsonFile {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private JsonFile() {}

    /**
     * Writes a result, replacing the file and making its directory; nothing when no file was asked for.
     *
     * @throws CommandFailure when it cannot be written
     */
    public static void write(@Nullable Path file, Object result) {
        if (file == null) {
            return;
        }
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(file, text(result) + "\n");
        } catch (IOException unwritable) {
            throw new CommandFailure("cannot write " + file + ": " + unwritable.getMessage(), unwritable);
        }
    }

    /** Returns what {@link #write} writes, without the last line break. */
    public static String text(Object result) throws JsonProcessingException {
        return JSON.writeValueAsString(result);
    }
}
