package city.urbanops.metrics.reported.api;

import city.urbanops.metrics.reported.application.ReadFigures.Answer;
import city.urbanops.metrics.reported.domain.Figure;
import city.urbanops.metrics.reported.domain.ReportedIndicator;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A figure as the API shows it. Null is "not evaluated", or nothing to compare with.
 *
 * @param unit null for all units together
 * @param base denominator less what is excluded
 * @param value a ratio as a fraction
 * @param percent a ratio in per cent, half up to two places
 * @param attainment above 1 is better than the target
 * @param change against the same period of the year before; of a ratio in points
 * @param growth the change as a fraction of the year before
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FigureView(
        @Nullable String unit,
        @Nullable String group,
        String period,
        @Nullable Integer rank,
        BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal excluded,
        @Nullable BigDecimal base,
        @Nullable BigDecimal value,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal yearToDate,
        @Nullable BigDecimal target,
        @Nullable BigDecimal attainment,
        @Nullable Boolean met,
        @Nullable BigDecimal yearBefore,
        @Nullable BigDecimal change,
        @Nullable BigDecimal growth,
        @Nullable UUID entryId) {

    static FigureView of(Figure figure) {
        return new FigureView(
                figure.unit().isEmpty() ? null : figure.unit(),
                figure.group().isEmpty() ? null : figure.group(),
                figure.period().name(),
                figure.rank().orElse(null),
                figure.amounts().numerator(),
                figure.amounts().denominator(),
                figure.amounts().excluded(),
                figure.amounts().base().orElse(null),
                figure.value().orElse(null),
                figure.amounts().percent().orElse(null),
                figure.yearToDate().orElse(null),
                figure.target().orElse(null),
                figure.attainment().orElse(null),
                figure.met().orElse(null),
                figure.yearBefore().orElse(null),
                figure.change().orElse(null),
                figure.growth().orElse(null),
                figure.entryId().orElse(null));
    }

    /**
     * The figures of an indicator, by group and rank or by period.
     *
     * @param total of all units together; null for ranks, for a history, and for who sees one unit
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Figures(
            ReportedIndicator indicator,
            List<FigureView> items,
            @Nullable FigureView total,
            Instant asOf) {

        static Figures of(Answer answer, boolean withTotal, Instant asOf) {
            return new Figures(
                    answer.indicator(),
                    answer.figures().stream().map(FigureView::of).toList(),
                    withTotal ? answer.total().map(FigureView::of).orElse(null) : null,
                    asOf);
        }
    }
}
