package city.urbanops.metrics.forecast.domain;

import java.util.List;
import java.util.Optional;

/**
 * How wrong the table of risks was about tasks it had not learned from, asked once for each tenth they were open.
 *
 * @param questions how often it was asked
 * @param brier mean squared error of the probability, 0 is perfect
 * @param brierOfBaseRate the same of one probability for all: the share of late tasks it had learned
 * @param expectedLate how many it would have said will be late
 * @param late how many were
 */
public record RiskErrors(long questions, double brier, double brierOfBaseRate, double expectedLate, long late) {

    /** Errors of a table learned from earlier tasks about later ones; empty if either are none. */
    public static Optional<RiskErrors> of(RiskTable learned, List<RiskTable.Row> later) {
        var base = learned.baseRate().orElse(null);
        if (base == null) {
            return Optional.empty();
        }
        var questions = 0L;
        var brier = 0.0;
        var ofBase = 0.0;
        var expected = 0.0;
        var late = 0L;
        for (var row : later) {
            for (int tenths = 0; tenths < Outcomes.TENTHS; tenths++) {
                var open = row.outcomes().openAfter(tenths);
                var said = learned.risk(row.unit(), row.classCode(), tenths)
                        .map(Risk::probability)
                        .orElse(base);
                questions += open;
                brier += squares(said, row.outcomes().late(), open);
                ofBase += squares(base, row.outcomes().late(), open);
                expected += said * open;
                late += row.outcomes().late();
            }
        }
        return questions == 0
                ? Optional.empty()
                : Optional.of(new RiskErrors(questions, brier / questions, ofBase / questions, expected, late));
    }

    private static double squares(double said, long late, long open) {
        return late * (1 - said) * (1 - said) + (open - late) * said * said;
    }
}
