package city.urbanops.bench;

import city.urbanops.bench.platform.PlatformTrouble;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes results for other programs to read. */
final class JsonFile {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
            .build();

    private JsonFile() {}

    /** The mapper results are written with. */
    static ObjectMapper mapper() {
        return JSON;
    }

    /**
     * Writes a result, replacing the file.
     *
     * @throws PlatformTrouble when it cannot be written
     */
    static void write(Path file, Object result) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(file, JSON.writeValueAsString(result) + "\n");
        } catch (IOException unwritable) {
            throw new PlatformTrouble("Cannot write " + file + ": " + unwritable.getMessage(), unwritable);
        }
    }
}
