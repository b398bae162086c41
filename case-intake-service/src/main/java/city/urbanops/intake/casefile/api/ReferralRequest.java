package city.urbanops.intake.casefile.api;

import city.urbanops.intake.casefile.domain.PersonalDataMask;
import city.urbanops.intake.casefile.domain.Referral;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a matter belongs that is not ours.
 *
 * @param kind one of {@code GET /referral-kinds}
 * @param to the office; the kind's own if absent
 * @param earlierCaseId the case that has the matter already, for kinds that name one
 */
public record ReferralRequest(
        @NotNull(message = "is required")
        @jakarta.validation.constraints.Pattern(
                regexp = ReferralRequest.KIND_FORM,
                message = "must be a kind such as LITIGATION")
        String kind,

        @Nullable
        @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
        @jakarta.validation.constraints.Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String to,

        @Nullable UUID earlierCaseId) {

    static final String KIND_FORM = "[A-Z][A-Z0-9_]{1,39}";
    static final Pattern KIND = Pattern.compile(KIND_FORM);

    Referral toDomain() {
        return new Referral(kind, to == null ? null : PersonalDataMask.mask(to, null), earlierCaseId);
    }
}
