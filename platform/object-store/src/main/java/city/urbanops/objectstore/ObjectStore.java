package city.urbanops.objectstore;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;

/**
 * An S3-compatible store over a directory, with one bucket. It must stay a single class without nested ones: it is copied
 * to where the child finds it (see {@code ObjectStoreEngine}).
 */
public final class ObjectStore {

    /** A request's body is held in memory only if it is signed as a whole; the pictures' are signed in chunks. */
    private static final long MOST_HELD_IN_MEMORY = 1 << 20;

    private static final int THREADS = 16;

    private ObjectStore() {}

    /**
     * Serves until the process is told to end. The access key and its secret come by the environment, where the list of
     * processes does not show them: {@code OBJECT_STORE_KEY} and {@code OBJECT_STORE_SECRET}.
     *
     * @param arguments the directory, which exists; the URL to serve; the bucket, made when absent; a file to be written once it serves
     * @throws Exception when the directory cannot be used or the port is taken
     */
    public static void main(String[] arguments) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("jclouds.filesystem.basedir", arguments[0]);
        // Not filesystem-nio2: that one cannot list files that have lost their attributes, as those of a backup have.
        // jclouds asks for credentials of every provider; a directory has none
        BlobStore store = ContextBuilder.newBuilder("filesystem")
                .credentials("", "")
                .overrides(properties)
                .build(BlobStoreContext.class)
                .getBlobStore();
        store.createContainerInLocation(null, arguments[2]);
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create(arguments[1]))
                .awsAuthentication(
                        AuthenticationType.AWS_V2_OR_V4,
                        System.getenv("OBJECT_STORE_KEY"),
                        System.getenv("OBJECT_STORE_SECRET"))
                .v4MaxNonChunkedRequestSize(MOST_HELD_IN_MEMORY)
                .jettyMaxThreads(THREADS)
                .ignoreUnknownHeaders(true)
                .build();
        proxy.start();
        Files.writeString(
                Path.of(arguments[3]), Long.toString(ProcessHandle.current().pid()));
    }
}
