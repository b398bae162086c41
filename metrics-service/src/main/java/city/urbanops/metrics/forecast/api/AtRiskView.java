package city.urbanops.metrics.forecast.api;

import city.urbanops.metrics.forecast.application.AnswerAtRisk;
import city.urbanops.metrics.forecast.application.AnswerAtRisk.TaskAtRisk;
import city.urbanops.metrics.forecast.application.TaskQuery;
import city.urbanops.metrics.forecast.domain.Outcomes;
import city.urbanops.metrics.forecast.domain.Risk;
import city.urbanops.metrics.forecast.domain.RiskErrors;
import city.urbanops.metrics.forecast.domain.UnitAtRisk;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tasks about to be overdue as the API shows them.
 *
 * @param asOf tasks due before are not counted: they are overdue
 * @param until how far the horizon reaches
 * @param method how the figures come about, in a sentence
 * @param error how wrong they were on the last third of the record; absent while there is too little
 * @param items by unit, those with the most expected late tasks first
 */
public record AtRiskView(
        Instant asOf,
        Instant until,
        String method,
        @Nullable Accuracy error,
        List<Unit> items) {

    private static final String METHOD =
            "Share of late ones among the past tasks of the unit and class that were still open when the same tenth of their limit"
                    + " had passed; of the unit, the class or the city where these are too few. Interval: Wilson, 95 %.";

    static AtRiskView of(AnswerAtRisk.Answer answer, TaskQuery query) {
        return new AtRiskView(
                query.now(),
                query.until(),
                METHOD,
                answer.errors().map(Accuracy::of).orElse(null),
                answer.units().stream().map(Unit::of).toList());
    }

    /**
     * How wrong the probabilities were about tasks they had not been learned from.
     *
     * @param questions asked once for each tenth of its limit a task was open
     * @param brier mean squared error of the probability
     * @param brierOfBaseRate the same of one probability for all
     * @param expectedLate late ones that were told
     * @param late late ones that came
     */
    public record Accuracy(long questions, double brier, double brierOfBaseRate, double expectedLate, long late) {

        static Accuracy of(RiskErrors errors) {
            return new Accuracy(
                    errors.questions(),
                    Rounded.four(errors.brier()),
                    Rounded.four(errors.brierOfBaseRate()),
                    Rounded.two(errors.expectedLate()),
                    errors.late());
        }
    }

    /**
     * One unit.
     *
     * @param due open tasks due within the horizon
     * @param expectedLate how many of them will be late
     * @param low lower end: the sum of the tasks' own
     * @param high upper end
     * @param unknown tasks nothing is known about
     */
    public record Unit(String unit, long due, double expectedLate, double low, double high, long unknown) {

        static Unit of(UnitAtRisk unit) {
            return new Unit(
                    unit.unit(),
                    unit.due(),
                    Rounded.two(unit.expectedLate()),
                    Rounded.two(unit.low()),
                    Rounded.two(unit.high()),
                    unit.unknown());
        }
    }

    /**
     * One task.
     *
     * @param limitUsed share of its limit that has passed, in tenths
     * @param probability that it will be late; null if nothing is known
     * @param basis whose record that is: unit-and-class, unit, class or city
     * @param tasks how many tasks of the past that is
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Task(
            UUID caseId,
            String unit,
            String classCode,
            String areaCode,
            Instant dueAt,
            double limitUsed,
            @Nullable Double probability,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable String basis,
            long tasks) {

        static Task of(TaskAtRisk one) {
            var task = one.task();
            var risk = one.risk();
            return new Task(
                    task.caseId(),
                    task.unit(),
                    task.classCode(),
                    task.areaCode(),
                    task.dueAt(),
                    (double) task.tenths() / Outcomes.TENTHS,
                    risk.map(Risk::probability).map(Rounded::four).orElse(null),
                    risk.map(Risk::low).map(Rounded::four).orElse(null),
                    risk.map(Risk::high).map(Rounded::four).orElse(null),
                    risk.map(known -> known.basis()
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', '-'))
                            .orElse(null),
                    risk.map(Risk::tasks).orElse(0L));
        }
    }
}
