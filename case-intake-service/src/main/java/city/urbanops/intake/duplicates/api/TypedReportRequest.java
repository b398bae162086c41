package city.urbanops.intake.duplicates.api;

import city.urbanops.intake.submission.application.ReportRequest.Location;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the agent has typed so far; anything may be missing. */
public record TypedReportRequest(
        @Nullable @Size(max = 5000, message = "must have at most 5000 characters")
        String text,

        @Nullable @Pattern(regexp = "[EP]\\d{4}", message = "must be E or P and four digits")
        String classCode,

        @Nullable @Valid Location location,

        @Nullable @Pattern(regexp = "[+0-9][0-9 -]{4,24}", message = "must be a telephone number")
        String phone,

        @Nullable Instant occurredAt) {

    /** Says nothing: this value must not reach a log. */
    @Override
    public String toString() {
        return "TypedReportRequest[…]";
    }
}
