package city.urbanops.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

class ObjectStoreEngineIT {

    private static final String SECRET = "not a secret";

    @TempDir
    Path directory;

    private final int port = Ports.free();

    @Test
    void keeps_an_object_when_it_is_killed() throws Exception {
        // Given
        byte[] object = new byte[3_000_000];
        new Random(1).nextBytes(object);
        try (EngineProcess engine = start();
                S3Client client = client(SECRET)) {
            client.putObject(put -> put.bucket(ObjectStoreEngine.BUCKET).key("a/b"), RequestBody.fromBytes(object));
            ProcessHandle.of(engine.pid()).orElseThrow().destroyForcibly();
            engine.onExit().get(10, TimeUnit.SECONDS);
        }

        // When
        try (EngineProcess engine = start();
                S3Client client = client(SECRET)) {

            // Then
            assertThat(client.getObjectAsBytes(
                                    get -> get.bucket(ObjectStoreEngine.BUCKET).key("a/b"))
                            .asByteArray())
                    .isEqualTo(object);
            assertThat(engine.stop(EngineTimes.PATIENCE)).isTrue();
        }
    }

    @Test
    void serves_a_file_that_has_come_back_from_a_backup_without_attributes() throws Exception {
        // Given
        Path file = directory
                .resolve("data/objects")
                .resolve(ObjectStoreEngine.BUCKET)
                .resolve("a")
                .resolve("b");
        try (EngineProcess engine = start();
                S3Client client = client(SECRET)) {
            client.putObject(
                    put -> put.bucket(ObjectStoreEngine.BUCKET).key("a/b").contentType("image/png"),
                    RequestBody.fromString("picture"));
            assertThat(engine.stop(EngineTimes.PATIENCE)).isTrue();
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        Files.write(file, bytes);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        // When
        try (EngineProcess engine = start();
                S3Client client = client(SECRET)) {

            // Then
            assertThat(engine.isAlive()).isTrue();
            assertThat(client.getObjectAsBytes(
                                    get -> get.bucket(ObjectStoreEngine.BUCKET).key("a/b"))
                            .asUtf8String())
                    .isEqualTo("picture");
            assertThat(client.listObjectsV2(list ->
                                    list.bucket(ObjectStoreEngine.BUCKET).prefix("a/"))
                            .contents())
                    .hasSize(1);
        }
    }

    @Test
    void serves_nobody_without_the_secret() throws Exception {
        try (EngineProcess engine = start();
                S3Client owner = client(SECRET);
                S3Client stranger = client("another")) {
            owner.putObject(put -> put.bucket(ObjectStoreEngine.BUCKET).key("a/b"), RequestBody.fromString("x"));
            assertThat(engine.isAlive()).isTrue();
            assertThatThrownBy(stranger::listBuckets)
                    .isInstanceOfSatisfying(S3Exception.class, refusal -> assertThat(refusal.statusCode())
                            .isEqualTo(403));
            assertThat(HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create(ObjectStoreEngine.endpoint(port)
                                                    + "/"
                                                    + ObjectStoreEngine.BUCKET
                                                    + "/a/b"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private EngineProcess start() {
        return ObjectStoreEngine.start(
                directory.resolve("data"), port, SECRET, directory.resolve("object-store.log"), line -> {});
    }

    private S3Client client(String secret) {
        return S3Client.builder()
                .endpointOverride(URI.create(ObjectStoreEngine.endpoint(port)))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(ObjectStoreEngine.KEY, secret)))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .build();
    }
}
