package city.urbanops.intake.media.application;

import city.urbanops.intake.media.domain.PictureLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Where photos are kept, and what is taken. */
@ConfigMapping(prefix = "urbanops.media")
public interface MediaConfig {

    /** The S3-compatible store. */
    @WithDefault("http://127.0.0.1:9100")
    URI endpoint();

    /** The same store as clients reach it, for pre-signed URLs; {@link #endpoint} if absent. */
    Optional<URI> publicEndpoint();

    /** Stores outside AWS accept any. */
    @WithDefault("us-east-1")
    String region();

    /** The bucket; it exists. */
    @WithDefault("urbanops-media")
    String bucket();

    /** The access key. */
    @WithDefault("urbanops")
    String key();

    /** Its secret; without one there are no photos. */
    Optional<String> secret();

    /** How long a request to the store may take, repetitions included. */
    @WithDefault("PT20S")
    Duration storeTimeout();

    /** Largest file, in bytes: 15 MiB. */
    @WithDefault("15728640")
    long mostBytes();

    /** Largest picture, in pixels. */
    @WithDefault("50000000")
    long mostPixels();

    /** Larger pictures are kept with fewer pixels; it bounds the memory one picture takes (about ten bytes for each). */
    @WithDefault("16000000")
    long keptPixels();

    /** The longer side of a thumbnail, in pixels. */
    @WithDefault("320")
    int thumbnailPixels();

    /** How many pictures are decoded at the same time; each takes memory. */
    @WithDefault("1")
    int atOnce();

    /** How many more may wait for that; the next is answered 503. */
    @WithDefault("16")
    int waiting();

    /** How long a pre-signed URL is good. */
    @WithDefault("PT15M")
    Duration uploadWithin();

    /** After what time a photo that no case has is removed. */
    @WithDefault("PT24H")
    Duration keepUnattached();

    /** How many photos that no case has an account may have at a time. */
    @WithDefault("300")
    int mostUnattached();

    /** The same for single accounts: systems that upload for many people, by their client's name. */
    Map<String, Integer> mostUnattachedOf();

    /** How often such photos are looked for (see {@link CleaningTimer}). */
    @WithDefault("10m")
    Duration cleanEvery();

    default PictureLimits limits() {
        return new PictureLimits(mostBytes(), mostPixels(), keptPixels());
    }
}
