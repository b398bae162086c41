package city.urbanops.intake.casefile.api;

import city.urbanops.intake.casefile.domain.Finding;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a supervision step; everything is optional except an opinion where a step says so.
 *
 * @param result what a patrol found, {@code verify} only; EXISTS if absent
 * @param classCode the class to file under, {@code file} only; the reported one if absent
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
        String conditionCode) {

    static final CaseActionRequest EMPTY = new CaseActionRequest(null, null, null, null, null, null);

    /** The words for the journal: the opinion, or the note if there is none. */
    @Nullable
    String words() {
        return opinion == null || opinion.isBlank() ? note : opinion;
    }

    /** The opinion, where one is mandatory; blank counts as none. */
    @Nullable
    String requiredWords() {
        return opinion == null || opinion.isBlank() ? null : opinion;
    }
}
