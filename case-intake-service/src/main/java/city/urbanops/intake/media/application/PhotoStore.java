package city.urbanops.intake.media.application;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The object store. Everything but {@link #sign} waits for it: never to be called on an event loop.
 *
 * <p>All methods throw a {@link city.urbanops.kit.problem.ProblemException} of 503 if the store cannot be reached or does not do it.
 */
public interface PhotoStore {

    /** Stores an object; there is none before it has been stored whole. */
    void put(String key, byte[] bytes, String contentType);

    /**
     * An object's bytes; empty if there is none.
     *
     * @param mostBytes of a larger one only this and one more are read
     */
    Optional<byte[]> read(String key, long mostBytes);

    /** Copies an object to a file that does not exist; false if there is no object. */
    boolean copyTo(String key, Path file);

    /** Removes an object; absent is fine. */
    void delete(String key);

    /** Removes all objects whose keys begin so. */
    void deleteAll(String prefix);

    /** The right to put one object of that type and size, from now on for so long. */
    SignedUpload sign(String key, String contentType, long bytes, Duration validFor);

    /**
     * Such a right.
     *
     * @param headers to be sent with the PUT, beside its length
     */
    record SignedUpload(URI url, Map<String, String> headers) {

        public SignedUpload {
            headers = Map.copyOf(headers);
        }

        /** Says nothing: whoever has the URL may upload. */
        @Override
        public String toString() {
            return "SignedUpload[…]";
        }
    }
}
