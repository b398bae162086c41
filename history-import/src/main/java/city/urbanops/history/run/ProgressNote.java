package city.urbanops.history.run;

import city.urbanops.commandline.CommandFailure;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * How far an import got, kept beside the platform's data until it is through, so that one that was killed goes on where the platform last
 * answered. It belongs to one file as it is and one mapping as it is.
 */
public final class ProgressNote {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path note;

    private ProgressNote(Path note) {
        this.note = note;
    }

    /**
     * The note of an import; there may be none written yet.
     *
     * @param home the directory that holds {@code .urbanops}
     * @param mapping the mapping's text
     */
    public static ProgressNote of(Path home, Path file, String sourceSystem, String mapping) {
        try {
            var real = file.toRealPath();
            var identity = String.join(
                    "\n",
                    real.toString(),
                    Long.toString(Files.size(real)),
                    Files.getLastModifiedTime(real).toString(),
                    mapping);
            var sum = new CRC32();
            sum.update(identity.getBytes(StandardCharsets.UTF_8));
            var name = sourceSystem + "-" + HexFormat.of().toHexDigits((int) sum.getValue()) + ".json";
            return new ProgressNote(home.resolve(".urbanops").resolve("imports").resolve(name));
        } catch (IOException unreadable) {
            throw new CommandFailure("Cannot read " + file + ".", unreadable);
        }
    }

    /** What an earlier run had settled; empty if none was under way. */
    Optional<Tally> read() {
        try {
            return Files.exists(note) ? Optional.of(JSON.readValue(note.toFile(), Tally.class)) : Optional.empty();
        } catch (IOException broken) {
            return Optional.empty(); // from the beginning, then: what is there already comes back as unchanged
        }
    }

    /** Writes it, in one step: a run killed meanwhile leaves the one before. */
    void write(Tally settled) {
        try {
            Files.createDirectories(note.getParent());
            var next = note.resolveSibling(note.getFileName() + ".next");
            JSON.writeValue(next.toFile(), settled);
            Files.move(next, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new CommandFailure("Cannot keep the progress of the import in " + note + ".", unwritable);
        }
    }

    /** The import is through. */
    void remove() {
        try {
            Files.deleteIfExists(note);
        } catch (IOException unwritable) {
            throw new CommandFailure("Cannot remove " + note + ".", unwritable);
        }
    }
}
