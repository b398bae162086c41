package city.urbanops.intake.media.persistence;

import city.urbanops.intake.media.application.MediaConfig;
import city.urbanops.intake.media.application.PhotoStore;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Photos in one bucket of any S3-compatible store. */
@Singleton
class S3PhotoStore implements PhotoStore {

    private static final Logger LOG = Logger.getLogger(S3PhotoStore.class);

    private final String bucket;
    private final @Nullable S3Client client;
    private final @Nullable S3Presigner presigner;

    S3PhotoStore(MediaConfig config) {
        bucket = config.bucket();
        client = config.secret().map(secret -> S3Clients.client(config, secret)).orElse(null);
        presigner = config.secret()
                .map(secret -> S3Clients.presigner(config, secret))
                .orElse(null);
    }

    @Override
    public void put(String key, byte[] bytes, String contentType) {
        asked(s3 -> s3.putObject(
                put -> put.bucket(bucket).key(key).contentType(contentType), RequestBody.fromBytes(bytes)));
    }

    @Override
    public Optional<byte[]> read(String key, long mostBytes) {
        return asked(s3 -> {
            try (var object = s3.getObject(named(key))) {
                var bytes = object.readNBytes((int) mostBytes + 1);
                if (bytes.length > mostBytes) {
                    object.abort();
                }
                return Optional.of(bytes);
            } catch (NoSuchKeyException absent) {
                return Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public boolean copyTo(String key, Path file) {
        return asked(s3 -> {
            try {
                s3.getObject(named(key), ResponseTransformer.toFile(file));
                return true;
            } catch (NoSuchKeyException absent) {
                return false;
            }
        });
    }

    @Override
    public void delete(String key) {
        asked(s3 -> s3.deleteObject(delete -> delete.bucket(bucket).key(key)));
    }

    @Override
    public void deleteAll(String prefix) {
        asked(s3 -> s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                        .map(S3Object::key)
                        .toList())
                .forEach(this::delete);
    }

    @Override
    public SignedUpload sign(String key, String contentType, long bytes, Duration validFor) {
        var signer = presigner;
        if (signer == null) {
            throw notConfigured();
        }
        var signed = signer.presignPutObject(presign -> presign.signatureDuration(validFor)
                .putObjectRequest(put ->
                        put.bucket(bucket).key(key).contentType(contentType).contentLength(bytes)));
        var headers = signed.signedHeaders().entrySet().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("host"))
                .collect(Collectors.toMap(Map.Entry::getKey, header -> String.join(",", header.getValue())));
        return new SignedUpload(URI.create(signed.url().toString()), headers);
    }

    private GetObjectRequest named(String key) {
        return GetObjectRequest.builder().bucket(bucket).key(key).build();
    }

    /** What the store refuses is as bad as its absence: nothing a client could do about it. */
    private <T> T asked(Function<S3Client, T> question) {
        var s3 = client;
        if (s3 == null) {
            throw notConfigured();
        }
        try {
            return question.apply(s3);
        } catch (SdkException | UncheckedIOException failure) {
            LOG.warnf("the object store does not do it: %s", failure.getMessage());
            throw new ProblemException(unavailable(
                    "The store of the photos does not answer; nothing was stored or lost," + " try again shortly."));
        }
    }

    private static ProblemException notConfigured() {
        return new ProblemException(unavailable("No store for photos is configured."));
    }

    private static Problem unavailable(String detail) {
        return new Problem("photos-unavailable", "Photos are not available", 503, detail, List.of());
    }

    @PreDestroy
    void close() {
        if (client != null) {
            client.close();
        }
        if (presigner != null) {
            presigner.close();
        }
    }
}
