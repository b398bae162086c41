package city.urbanops.intake.submission.application;

import city.urbanops.intake.casefile.domain.Channel;
import city.urbanops.intake.submission.application.ChannelDetails.Hotline.OrderType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report as handed in (DESIGN §9), over HTTP or the log.
 *
 * @param location either this or {@code areaCode} says where
 * @param duplicateOf the open case it repeats
 * @param details what the channel says beyond the report, read as the channel's {@link ChannelDetails}
 * @param orderType of a work order of the hotline or a station; the same as {@code details.orderType} if both are given
 * @param answer given as it came in: nothing is left to be handled
 * @param resubmissionOf the sourceNo of a report of the same publisher and channel that was returned
 */
public record ReportRequest(
        @NotNull(message = "is required") Channel channel,

        @NotNull(message = "is required") @Size(max = 5000, message = "must have at most 5000 characters")
        String text,

        @Nullable @Pattern(regexp = "[EP]\\d{4}", message = "must be E or P and four digits")
        String classCode,

        @Nullable @Size(min = 1, max = 20, message = "must have 1 to 20 characters")
        String conditionCode,

        @Nullable @Valid Location location,

        @Nullable @Pattern(regexp = "\\d{6,15}", message = "must be 6 to 15 digits")
        String areaCode,

        @Nullable @Valid ReporterRequest reporter,
        @Nullable Boolean urgent,

        @Nullable @Size(max = 20, message = "must have at most 20 items")
        List<@NotNull @Size(max = 500, message = "must have at most 500 characters") String> media,

        @Nullable Instant occurredAt,

        @Nullable @Size(min = 1, max = 100, message = "must have 1 to 100 characters")
        String sourceNo,

        @Nullable UUID duplicateOf,
        @Nullable Boolean selfHandled,
        @Nullable ObjectNode details,
        @Nullable OrderType orderType,

        @Nullable @Valid AnswerRequest answer,

        @Nullable @Size(min = 1, max = 100, message = "must have 1 to 100 characters")
        String resubmissionOf) {

    static final String TELEPHONE = "[+0-9][0-9 -]{4,24}";

    /** Says next to nothing: text and details may name people, and must not reach a log. */
    @Override
    public String toString() {
        return "ReportRequest[" + channel + "]";
    }

    /** A position, WGS-84 degrees, with an address in words if known. */
    public record Location(
            @NotNull(message = "is required")
            @DecimalMin(value = "-180", message = "must be at least -180")
            @DecimalMax(value = "180", message = "must be at most 180")
            Double lng,

            @NotNull(message = "is required")
            @DecimalMin(value = "-90", message = "must be at least -90")
            @DecimalMax(value = "90", message = "must be at most 90")
            Double lat,

            @Nullable @Size(max = 300, message = "must have at most 300 characters")
            String address) {}

    /** What whoever asked was told on the spot; kept and published masked. */
    public record AnswerRequest(
            @NotNull(message = "is required")
            @Size(min = 1, max = 2000, message = "must have 1 to 2000 characters")
            @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
            String text) {

        /** Says nothing: it may name people, and must not reach a log. */
        @Override
        public String toString() {
            return "AnswerRequest[…]";
        }
    }

    /** Who reports; stored encrypted, shown masked. */
    public record ReporterRequest(
            @Nullable @Size(max = 50, message = "must have at most 50 characters")
            String name,

            @Nullable @Pattern(regexp = TELEPHONE, message = "must be a telephone number")
            String phone) {

        /** Says nothing: this value must not reach a log. */
        @Override
        public String toString() {
            return "ReporterRequest[…]";
        }
    }
}
