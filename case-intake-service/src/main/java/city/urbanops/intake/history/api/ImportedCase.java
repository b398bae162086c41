package city.urbanops.intake.history.api;

import city.urbanops.intake.casefile.domain.Channel;
import city.urbanops.intake.casefile.domain.Phase;
import city.urbanops.intake.casefile.domain.Point;
import city.urbanops.intake.history.domain.HistoricCase;
import city.urbanops.intake.history.domain.HistoricTimes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case as a former system tells it; codes may be this city's or that system's own. */
public record ImportedCase(
        @NotBlank(message = "is required") @Size(max = 100, message = "must have at most 100 characters")
        String sourceId,

        @NotNull(message = "is required") Channel channel,

        @NotNull(message = "is required") @Size(max = 5000, message = "must have at most 5000 characters")
        String text,

        @NotBlank(message = "is required") @Size(max = 60, message = "must have at most 60 characters")
        String classCode,

        @NotBlank(message = "is required") @Size(max = 60, message = "must have at most 60 characters")
        String areaCode,

        @Nullable @Size(min = 1, max = 100, message = "must have 1 to 100 characters")
        String department,

        @Nullable @Size(max = 300, message = "must have at most 300 characters")
        String address,

        @Nullable @Valid Location location,
        @NotNull(message = "is required") Phase phase,
        @NotNull(message = "is required") Instant reportedAt,
        @Nullable Instant filedAt,
        @Nullable Instant dispatchedAt,
        @Nullable Instant dueAt,
        @Nullable Instant handedBackAt,
        @Nullable Instant closedAt,

        @Nullable @Size(max = 200, message = "must have at most 200 characters")
        String originalClass,

        @Nullable @Size(max = 200, message = "must have at most 200 characters")
        String originalArea,

        @Nullable @Size(max = 200, message = "must have at most 200 characters")
        String originalUnit,

        @Nullable @Size(max = 10, message = "must have at most 10 items")
        List<@NotNull(message = "is required") @Size(max = 50, message = "must have at most 50 characters") String>
                oddities) {

    HistoricCase toDomain(@Nullable Instant asOf) {
        return new HistoricCase(
                sourceId,
                channel,
                text,
                classCode,
                areaCode,
                department,
                address,
                location == null ? null : new Point(location.lng(), location.lat()),
                phase,
                new HistoricTimes(reportedAt, filedAt, dispatchedAt, dueAt, handedBackAt, closedAt, asOf),
                new HistoricCase.Original(originalClass, originalArea, originalUnit),
                oddities == null ? List.of() : oddities);
    }

    /** A position, WGS-84 degrees. */
    public record Location(
            @NotNull(message = "is required")
            @DecimalMin(value = "-180", message = "must be at least -180")
            @DecimalMax(value = "180", message = "must be at most 180")
            Double lng,

            @NotNull(message = "is required")
            @DecimalMin(value = "-90", message = "must be at least -90")
            @DecimalMax(value = "90", message = "must be at most 90")
            Double lat) {}
}
