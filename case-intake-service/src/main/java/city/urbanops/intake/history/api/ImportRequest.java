package city.urbanops.intake.history.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch of cases.
 *
 * @param sourceSystem the former system; with the id there it tells cases apart, forever
 * @param asOf until when the records speak; absent means until now
 * @param cases in any order
 */
public record ImportRequest(
        @NotNull(message = "is required")
        @Pattern(
                regexp = "[a-z][a-z0-9]{1,29}",
                message = "must be 2 to 30 lower-case letters and digits, a letter first")
        String sourceSystem,

        @Nullable Instant asOf,

        @NotNull(message = "is required") @Size(min = 1, max = 1000, message = "must have 1 to 1000 items")
        List<@NotNull(message = "is required") @Valid ImportedCase> cases) {}
