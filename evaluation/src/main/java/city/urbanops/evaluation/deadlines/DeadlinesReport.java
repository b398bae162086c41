package city.urbanops.evaluation.deadlines;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an evaluation; the components are the members of the JSON file.
 *
 * @param cases rows of the cases file
 * @param rows those with a target, of a type that has a rule: what is judged
 * @param exact rows whose target the rule reproduces
 * @param exactShare exact ÷ rows; absent when there is none
 * @param statedShare what the rules state for such a mix of types; absent when there is none
 * @param reproduces whether no rule misses its stated share
 * @param matchMinutes how far computed and printed target may lie apart and still be the same
 * @param tolerance how much a share may fall short of the stated one, at least
 * @param withoutRule rows of other types
 * @param withoutTarget rows of types with a rule that have no target
 * @param unreadable rows that could not be read
 * @param firstUnreadable the first of them, at most 20
 * @param rules one for each rule, in the order of the rules file
 */
record DeadlinesReport(
        long cases,
        long rows,
        long exact,
        @Nullable Double exactShare,
        @Nullable Double statedShare,
        boolean reproduces,
        long matchMinutes,
        double tolerance,
        long withoutRule,
        long withoutTarget,
        long unreadable,
        List<BadRow> firstUnreadable,
        List<RuleShare> rules) {

    DeadlinesReport {
        firstUnreadable = List.copyOf(firstUnreadable);
        rules = List.copyOf(rules);
    }

    /** A row that could not be read, and why. */
    record BadRow(int line, String reason) {}

    /**
     * How one rule did.
     *
     * @param type the type of case
     * @param rule which days count
     * @param nDays how many
     * @param rows cases of the type with a target
     * @param exact those whose target the rule reproduces
     * @param exactShare exact ÷ rows; absent when there is none
     * @param statedShare what the rules file states
     * @param allowance how much it may fall short: the tolerance, or three standard errors of a sample this small
     * @param reproduces whether it holds the stated share; absent without rows
     */
    record RuleShare(
            String type,
            String rule,
            int nDays,
            long rows,
            long exact,
            @Nullable Double exactShare,
            double statedShare,
            double allowance,
            @Nullable Boolean reproduces) {

        /** A share of 1 still has some error in a small sample: that of 99 %. */
        private static final double LEAST_VARIANCE = 0.99 * 0.01;

        private static final double STANDARD_ERRORS = 3;

        static RuleShare of(TargetRule rule, long rows, long exact, double tolerance) {
            if (rows == 0) {
                return new RuleShare(
                        rule.type(),
                        rule.counting().word(),
                        rule.days(),
                        0,
                        0,
                        null,
                        rule.statedShare(),
                        tolerance,
                        null);
            }
            double variance = Math.max(rule.statedShare() * (1 - rule.statedShare()), LEAST_VARIANCE);
            double allowance = Math.max(tolerance, STANDARD_ERRORS * Math.sqrt(variance / rows));
            double share = (double) exact / rows;
            return new RuleShare(
                    rule.type(),
                    rule.counting().word(),
                    rule.days(),
                    rows,
                    exact,
                    rounded(share),
                    rule.statedShare(),
                    rounded(allowance),
                    share >= rule.statedShare() - allowance);
        }

        boolean misses() {
            return Boolean.FALSE.equals(reproduces);
        }
    }

    static double rounded(double share) {
        return Math.round(share * 1e4) / 1e4;
    }
}
