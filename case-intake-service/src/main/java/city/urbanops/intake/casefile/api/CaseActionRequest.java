package city.urbanops.intake.casefile.api;

import city.urbanops.contracts.ContractJson;
import city.urbanops.intake.casefile.domain.Finding;
import city.urbanops.intake.casefile.domain.PersonalDataMask;
import city.urbanops.intake.casefile.domain.PhotoComparison;
import city.urbanops.intake.casefile.domain.Referral;
import city.urbanops.intake.media.application.AttachPhotos.Mention;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The body of a supervision step; everything is optional except an opinion where a step says so.
 *
 * @param result what a patrol found, {@code verify} only; EXISTS if absent
 * @param classCode the class to file under, {@code file} only; the reported one if absent
 * @param comparison photos from before and after, {@code check-passed} and {@code check-failed}
 * @param resolved the reporter says it is gone, {@code revisit} only
 * @param satisfied the reporter is content, {@code revisit} only
 * @param duplicateOf the case to follow, {@code link} only
 * @param referral where the matter belongs, {@code void} and {@code request-void} only
 * @param conditionCode the filing condition, {@code file} and {@code reopen}; the class's default row if absent
 */
public record CaseActionRequest(
        @Nullable @Size(max = 1000, message = "must have at most 1000 characters")
        String note,

        @Nullable @Size(max = 1000, message = "must have at most 1000 characters")
        String opinion,

        @Nullable @Size(max = 20, message = "must have at most 20 items")
        List<@NotNull @Size(max = 500, message = "must have at most 500 characters") String> media,

        @Nullable Finding result,

        @Nullable @Pattern(regexp = "[EP]\\d{4}", message = "must be E or P and four digits")
        String classCode,

        @Nullable @Size(min = 1, max = 20, message = "must have 1 to 20 characters")
        String conditionCode,

        @Nullable @Valid Comparison comparison,
        @Nullable Boolean resolved,
        @Nullable Boolean satisfied,
        @Nullable UUID duplicateOf,

        @Nullable @Valid ReferralRequest referral) {

    static final CaseActionRequest EMPTY =
            new CaseActionRequest(null, null, null, null, null, null, null, null, null, null, null);

    /** The words for the journal: the opinion, or the note if there is none. */
    @Nullable
    String words() {
        return masked(opinion == null || opinion.isBlank() ? note : opinion);
    }

    /** The opinion, where one is mandatory; blank counts as none. */
    @Nullable
    String requiredWords() {
        return opinion == null || opinion.isBlank() ? null : masked(opinion);
    }

    /** Where the matter belongs, if it says so. */
    @Nullable
    Referral toReferral() {
        return referral == null ? null : referral.toDomain();
    }

    /** The photos it names, wherever it does; to be asked for when the step itself is allowed. */
    List<Mention> photos() {
        var pairs = comparison;
        return Stream.of(
                        Mention.in("media", media),
                        pairs == null ? Stream.<Mention>empty() : Mention.in("comparison.before", pairs.before()),
                        pairs == null ? Stream.<Mention>empty() : Mention.in("comparison.after", pairs.after()))
                .flatMap(mentions -> mentions)
                .toList();
    }

    /** What goes into the journal as evidence, as JSON; absent if nothing was handed in. */
    @Nullable
    String details() {
        var evidence = ContractJson.mapper().createObjectNode();
        if (media != null && !media.isEmpty()) {
            evidence.set("media", ContractJson.mapper().valueToTree(media));
        }
        if (comparison != null) {
            evidence.set("comparison", ContractJson.mapper().valueToTree(comparison));
        }
        if (result != null) {
            evidence.put("result", result.name());
        }
        if (resolved != null && satisfied != null) {
            evidence.put("resolved", resolved).put("satisfied", satisfied);
        }
        if (note != null && opinion != null && !opinion.isBlank()) {
            evidence.put("note", masked(note));
        }
        return evidence.isEmpty() ? null : evidence.toString();
    }

    /** People write numbers where they should not; journal and events go further than intake. */
    private static @Nullable String masked(@Nullable String text) {
        return text == null ? null : PersonalDataMask.mask(text, null);
    }

    /** Photos laid side by side 前后对比. */
    public record Comparison(
            @NotNull(message = "is required") @Size(min = 1, max = 10, message = "must have 1 to 10 items")
            List<@NotNull @Size(max = 500, message = "must have at most 500 characters") String> before,

            @NotNull(message = "is required") @Size(min = 1, max = 10, message = "must have 1 to 10 items")
            List<@NotNull @Size(max = 500, message = "must have at most 500 characters") String> after,

            @NotNull(message = "is required") Boolean samePlace,
            @NotNull(message = "is required") Boolean closingConditionMet) {

        PhotoComparison toDomain() {
            return new PhotoComparison(before, after, samePlace, closingConditionMet);
        }
    }
}
