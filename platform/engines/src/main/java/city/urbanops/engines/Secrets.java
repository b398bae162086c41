package city.urbanops.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The passwords and keys of one local installation, in {@code <root>/.urbanops/secrets.properties}, readable by its owner
 * only. A secret is generated when it is first asked for and stays the same afterwards: the data on disk depends on it.
 */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PASSWORD_BYTES = 24;
    private static final int AES_256_BYTES = 32;

    private final Path file;

    private Secrets(Path file) {
        this.file = file;
    }

    /** Returns the secrets of a project; nothing is read or written yet. */
    public static Secrets of(Path root) {
        return new Secrets(root.resolve(RunState.DIRECTORY).resolve("secrets.properties"));
    }

    /** Returns the file the secrets lie in; it may be absent. */
    public Path file() {
        return file;
    }

    /** Returns the password of the PostgreSQL superuser {@code postgres}: 48 hexadecimal digits. */
    public String postgresPassword() {
        return password("postgres.password");
    }

    /** Returns the password of {@code <database>_owner}, the role that runs migrations. */
    public String ownerPassword(String database) {
        return password(database + ".owner.password");
    }

    /** Returns the password of {@code <database>_app}, the role a service works with. */
    public String appPassword(String database) {
        return password(database + ".app.password");
    }

    /** Returns the secret of the object store's access key. */
    public String objectStoreSecret() {
        return password("object-store.secret");
    }

    /** Returns the key that encrypts reporters' identities: 32 random bytes in base64, for AES-256. */
    public String reporterKey() {
        return secret("reporter.key", () -> Base64.getEncoder().encodeToString(random(AES_256_BYTES)));
    }

    /** Returns the secret of that name, 48 hexadecimal digits made on first use; safe in URLs and shell words. */
    public String password(String name) {
        return secret(name, () -> HexFormat.of().formatHex(random(PASSWORD_BYTES)));
    }

    /** Threads of this JVM queue here, other processes (launcher and a verb) at the file lock: all see one value. */
    private String secret(String name, Supplier<String> generator) {
        synchronized (RANDOM) {
            return keep(name, generator);
        }
    }

    private String keep(String name, Supplier<String> generator) {
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(
                            file.resolveSibling("secrets.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                Properties known = load();
                String existing = known.getProperty(name);
                if (existing != null && lock.isValid()) {
                    return existing;
                }
                String created = generator.get();
                known.setProperty(name, created);
                store(known);
                return created;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the secrets in " + file, e);
        }
    }

    private Properties load() throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        }
        return properties;
    }

    /** The draft is created with mode 0600, so there is no moment in which others could read it. */
    private void store(Properties properties) throws IOException {
        Path draft = Files.createTempFile(
                file.getParent(),
                "secrets",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(draft)) {
            for (var entry : new TreeMap<>(properties).entrySet()) {
                writer.write(entry.getKey() + "=" + entry.getValue() + "\n");
            }
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
