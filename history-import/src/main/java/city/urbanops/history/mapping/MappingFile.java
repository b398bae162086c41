package city.urbanops.history.mapping;

import city.urbanops.commandline.CommandFailure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A mapping as it was read, and the place its tables lie beside: a directory, or the ones that come with UrbanOps. */
public final class MappingFile {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String name;
    private final String text;
    private final @Nullable Path directory;
    private final Mapping mapping;

    private MappingFile(String name, String text, @Nullable Path directory) {
        this.name = name;
        this.text = text;
        this.directory = directory;
        this.mapping = parse();
        MappingCheck.check(mapping, name);
    }

    /**
     * Reads a mapping.
     *
     * @param nameOrPath a shipped one, for example {@code boston311}, or a path
     * @throws CommandFailure naming the key when it is no mapping
     */
    public static MappingFile of(String nameOrPath) {
        var path = Path.of(nameOrPath);
        try {
            if (Files.isRegularFile(path)) {
                return new MappingFile(
                        nameOrPath,
                        Files.readString(path),
                        path.toAbsolutePath().getParent());
            }
            try (var shipped = shipped(nameOrPath + "/mapping.json")) {
                if (shipped != null) {
                    return new MappingFile(
                            nameOrPath, new String(shipped.readAllBytes(), StandardCharsets.UTF_8), null);
                }
            }
        } catch (IOException unreadable) {
            throw new CommandFailure("Cannot read the mapping " + nameOrPath + ".", unreadable);
        }
        throw new CommandFailure(
                "There is no mapping " + nameOrPath + ": name a JSON file, or boston311, which comes with UrbanOps.");
    }

    /** What it says. */
    public Mapping mapping() {
        return mapping;
    }

    /** Its text, to notice that it was changed between two runs. */
    public String text() {
        return text;
    }

    /**
     * The translations of a table.
     *
     * @param at the table's place in the mapping, for messages
     */
    Map<String, String> table(Mapping.Table table, String at) {
        try (var data =
                directory == null ? shipped(name + "/" + table.file()) : open(directory.resolve(table.file()))) {
            if (data == null) {
                throw new CommandFailure("%s: %s: there is no file %s beside it.".formatted(name, at, table.file()));
            }
            return Tables.read(data, table, name + ": " + at);
        } catch (IOException unreadable) {
            throw new CommandFailure("%s: %s: cannot read %s.".formatted(name, at, table.file()), unreadable);
        }
    }

    private static @Nullable InputStream open(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
    }

    private static @Nullable InputStream shipped(String resource) {
        return resource.contains("..") ? null : MappingFile.class.getResourceAsStream("/" + resource);
    }

    private Mapping parse() {
        try {
            return JSON.readValue(text, Mapping.class);
        } catch (UnrecognizedPropertyException unknown) {
            throw new CommandFailure(
                    "%s: %s is no key of a mapping; known here: %s."
                            .formatted(
                                    name,
                                    path(unknown),
                                    unknown.getKnownPropertyIds().stream()
                                            .map(String::valueOf)
                                            .sorted()
                                            .collect(Collectors.joining(", "))),
                    unknown);
        } catch (JsonMappingException wrong) {
            throw new CommandFailure("%s: %s: %s".formatted(name, path(wrong), wrong.getOriginalMessage()), wrong);
        } catch (JsonProcessingException noJson) {
            throw new CommandFailure("%s is not JSON: %s".formatted(name, noJson.getOriginalMessage()), noJson);
        }
    }

    private static String path(JsonMappingException wrong) {
        var path = wrong.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
        return path.isEmpty() ? "the mapping" : path;
    }
}
