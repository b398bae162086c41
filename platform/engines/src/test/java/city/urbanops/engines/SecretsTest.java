package city.urbanops.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path root;

    @Test
    void stay_the_same_and_differ_from_each_other() {
        // When
        String first = Secrets.of(root).ownerPassword("intake");

        // Then
        assertThat(first).matches("[0-9a-f]{48}");
        assertThat(Secrets.of(root).ownerPassword("intake")).isEqualTo(first);
        assertThat(Secrets.of(root).appPassword("intake")).isNotEqualTo(first);
        assertThat(Secrets.of(root).postgresPassword()).isNotEqualTo(first);
    }

    @Test
    void can_be_read_by_their_owner_only() throws Exception {
        Secrets secrets = Secrets.of(root);

        secrets.postgresPassword();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.file())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(secrets.file())).startsWith("postgres.password=");
    }

    @Test
    void hold_an_aes_256_key() {
        assertThat(Base64.getDecoder().decode(Secrets.of(root).reporterKey())).hasSize(32);
    }

    @Test
    void are_made_once_when_many_ask_at_once() throws Exception {
        // Given
        Callable<String> ask = () -> Secrets.of(root).postgresPassword();
        ExecutorService threads = Executors.newFixedThreadPool(8);

        // When
        List<Future<String>> answers =
                threads.invokeAll(Stream.generate(() -> ask).limit(16).toList());

        // Then
        assertThat(answers)
                .extracting(Future::get)
                .containsOnly(Secrets.of(root).postgresPassword());
        threads.shutdown();
    }
}
