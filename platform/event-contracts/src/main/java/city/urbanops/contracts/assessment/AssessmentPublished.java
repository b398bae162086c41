package city.urbanops.contracts.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A period was frozen and published 通报. A later revision of the same period replaces an earlier one, which stays as it was.
 *
 * @param scheme the scheme that scored
 * @param version its version
 * @param period for example {@code 2026-03}
 * @param revision 1 for the first publication
 * @param digest SHA-256 of the full sheet, in hexadecimal
 * @param publishedAt when
 * @param publishedBy the account
 * @param scores by group and rank
 */
public record AssessmentPublished(
        String scheme,
        int version,
        String period,
        int revision,
        String digest,
        Instant publishedAt,
        String publishedBy,
        List<Score> scores) {

    public AssessmentPublished {
        scores = List.copyOf(scores);
    }

    /**
     * The score of one unit.
     *
     * @param unit its code
     * @param group whom it is ranked with
     * @param score absent if it could not be evaluated
     * @param grade absent with the score, or if the scheme knows no grades
     * @param rank absent with the score; equal scores share one
     */
    public record Score(
            String unit,
            String group,
            @Nullable BigDecimal score,
            @Nullable String grade,
            @Nullable Integer rank) {}
}
