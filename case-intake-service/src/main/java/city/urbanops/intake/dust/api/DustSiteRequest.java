package city.urbanops.intake.dust.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site with its monitors.
 *
 * @param role absent for a construction site
 * @param active absent for true
 */
public record DustSiteRequest(
        @Nullable Role role,

        @NotBlank(message = "is required") @Size(max = 100, message = "must have at most 100 characters")
        String name,

        @NotNull(message = "is required") @Valid Location location,

        @Nullable @Size(max = 60, message = "must have at most 60 characters")
        String permitNo,

        @Nullable @Size(max = 100, message = "must have at most 100 characters")
        String builder,

        @Nullable Boolean active,

        @NotNull(message = "is required") @Size(max = 50, message = "must have at most 50 entries")
        List<@Valid @NotNull(message = "is required") Device> devices) {

    /** What the monitors are for. */
    public enum Role {
        SITE,
        BACKGROUND
    }

    /** WGS-84. */
    public record Location(
            @NotNull(message = "is required")
            @DecimalMin(value = "-180", message = "must be at least -180")
            @DecimalMax(value = "180", message = "must be at most 180")
            Double lng,

            @NotNull(message = "is required")
            @DecimalMin(value = "-90", message = "must be at least -90")
            @DecimalMax(value = "90", message = "must be at most 90")
            Double lat) {}

    /** A monitor; it measures every one to five minutes. */
    public record Device(
            @NotNull(message = "is required")
            @Pattern(
                    regexp = "[A-Za-z0-9._-]{1,60}",
                    message = "must be 1 to 60 letters, digits, dots, hyphens or underscores")
            String deviceId,

            @Nullable
            @Min(value = 60, message = "must be at least 60")
            @Max(value = 300, message = "must be at most 300")
            Integer cycleSeconds) {}
}
