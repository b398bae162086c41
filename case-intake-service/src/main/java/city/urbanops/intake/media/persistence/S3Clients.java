package city.urbanops.intake.media.persistence;

import city.urbanops.intake.media.application.MediaConfig;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Clients of the configured store; nothing is looked up in files, in the environment or on the network. */
final class S3Clients {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);

    /** A store elsewhere than at AWS need not have a name for each bucket. */
    private static final S3Configuration BUCKET_IN_PATH =
            S3Configuration.builder().pathStyleAccessEnabled(true).build();

    private S3Clients() {}

    static S3Client client(MediaConfig config, String secret) {
        return S3Client.builder()
                .endpointOverride(config.endpoint())
                .region(Region.of(config.region()))
                .credentialsProvider(credentials(config, secret))
                .serviceConfiguration(BUCKET_IN_PATH)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_WITHIN)
                        .socketTimeout(config.storeTimeout()))
                .overrideConfiguration(call -> call.apiCallTimeout(config.storeTimeout()))
                // the sums AWS has added lately are unknown to most other stores
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .build();
    }

    static S3Presigner presigner(MediaConfig config, String secret) {
        return S3Presigner.builder()
                .endpointOverride(config.publicEndpoint().orElse(config.endpoint()))
                .region(Region.of(config.region()))
                .credentialsProvider(credentials(config, secret))
                .serviceConfiguration(BUCKET_IN_PATH)
                .build();
    }

    private static StaticCredentialsProvider credentials(MediaConfig config, String secret) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(config.key(), secret));
    }
}
