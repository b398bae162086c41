package city.urbanops.launcher.archive;

import city.urbanops.launcher.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backup contains; the last entry of the archive, so that writing takes one pass.
 *
 * @param format version of this layout, {@link #FORMAT}
 * @param createdAt RFC 3339 instant
 * @param files each file's path in the archive, with what it must be
 */
record Manifest(int format, String createdAt, Map<String, Content> files) {

    /** The only layout there has been. */
    static final int FORMAT = 1;

    /** Its own name in the archive. */
    static final String NAME = "manifest.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Keeps its own, sorted copy. */
    Manifest {
        files = new TreeMap<>(files);
    }

    /**
     * What a file must be.
     *
     * @param bytes its length
     * @param sha256 64 hexadecimal digits
     */
    record Content(long bytes, String sha256) {}

    /** Returns the sum of all lengths, in bytes. */
    long bytes() {
        return files.values().stream().mapToLong(Content::bytes).sum();
    }

    byte[] toJson() throws JsonProcessingException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    /**
     * Reads what {@link #toJson} has written.
     *
     * @throws Refusal when it is something else
     */
    static Manifest parse(byte[] json) {
        try {
            Manifest manifest = JSON.readValue(json, Manifest.class);
            if (manifest.format() != FORMAT) {
                throw new Refusal("the backup has format " + manifest.format() + ", this version reads " + FORMAT);
            }
            return manifest;
        } catch (IOException e) {
            throw new Refusal("the backup's manifest cannot be read: it is damaged or no backup of UrbanOps");
        }
    }

    /**
     * Passes when exactly these files were found, each as it must be.
     *
     * @throws Refusal naming the first that is missing, additional or different
     */
    void requireSame(Map<String, Content> found) {
        files.forEach((path, expected) -> {
            if (!expected.equals(found.get(path))) {
                throw new Refusal("the backup is damaged: " + path
                        + (found.containsKey(path) ? " differs" : " is missing") + "; nothing has been changed");
            }
        });
        found.keySet().stream()
                .filter(path -> !files.containsKey(path))
                .findFirst()
                .ifPresent(path -> {
                    throw new Refusal(
                            "the backup is damaged: " + path + " is not in its manifest; nothing has been changed");
                });
    }
}
