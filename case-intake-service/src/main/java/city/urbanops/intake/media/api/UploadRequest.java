package city.urbanops.intake.media.api;

import city.urbanops.intake.media.domain.MediaKind;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * What a client means to put into the store by itself.
 *
 * @param bytes the file's length, which is then the only one the store takes
 * @param sha256 of the file in hexadecimal digits, if it is to be checked
 */
public record UploadRequest(
        @NotNull(message = "is required") MediaKind kind,

        @NotNull(message = "is required")
        @Pattern(regexp = "image/(jpeg|png)", message = "must be image/jpeg or image/png")
        String contentType,

        @NotNull(message = "is required") @Positive(message = "must be more than zero")
        Long bytes,

        @Nullable @Pattern(regexp = "[0-9a-fA-F]{64}", message = "must be 64 hexadecimal digits")
        String sha256) {}
