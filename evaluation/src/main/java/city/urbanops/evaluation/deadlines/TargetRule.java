package city.urbanops.evaluation.deadlines;

import city.urbanops.commandline.CommandFailure;
import city.urbanops.deadlines.TimeLimit;
import city.urbanops.deadlines.TimeUnit;
import city.urbanops.evaluation.CsvRows;
import city.urbanops.evaluation.CsvRows.Row;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a city seems to set the target of one type of case.
 *
 * @param line where it stands in the rules file
 * @param type the type of case it is for
 * @param counting which days count
 * @param days how many of them, 1 or more
 * @param statedShare the share of targets it is said to reproduce, 0 to 1
 */
record TargetRule(int line, String type, Counting counting, int days, double statedShare) {

    /** Which days a rule counts. */
    enum Counting {
        /** Every day of the week, from the moment the case was opened. */
        CALENDAR("calendar", TimeUnit.URGENT_DAY),
        /** Working days without the city's holidays. */
        BUSINESS_WITHOUT_HOLIDAYS("business+holidays", TimeUnit.WORKING_DAY);

        private final String word;
        private final TimeUnit unit;

        Counting(String word, TimeUnit unit) {
            this.word = word;
            this.unit = unit;
        }

        String word() {
            return word;
        }

        static Counting of(String word) {
            for (Counting counting : values()) {
                if (counting.word.equals(word)) {
                    return counting;
                }
            }
            throw new IllegalArgumentException("'" + word + "' is neither calendar nor business+holidays");
        }
    }

    /** The limit, as {@code platform/deadlines} takes it. */
    TimeLimit limit() {
        return new TimeLimit(days, counting.unit);
    }

    /**
     * Reads a rules file with the columns {@code type, rule, n_days, exact_share}; others do not matter.
     *
     * @return the rules by type, in the order of the file; at least one
     * @throws CommandFailure naming file, line and reason
     */
    static Map<String, TargetRule> read(Path file) {
        Map<String, TargetRule> rules = new LinkedHashMap<>();
        try (CsvRows rows = CsvRows.open(file)) {
            Columns columns = new Columns(
                    rows.column("type"), rows.column("rule"), rows.column("n_days"), rows.column("exact_share"));
            for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                TargetRule rule = parse(file, row.get(), columns);
                TargetRule earlier = rules.putIfAbsent(rule.type, rule);
                if (earlier != null) {
                    throw new CommandFailure("%s, line %d: '%s' has a rule in line %d already"
                            .formatted(file, rule.line, rule.type, earlier.line));
                }
            }
        }
        if (rules.isEmpty()) {
            throw new CommandFailure(file + " holds no rule");
        }
        return rules;
    }

    private record Columns(int type, int rule, int days, int share) {}

    private static TargetRule parse(Path file, Row row, Columns columns) {
        try {
            String type = row.at(columns.type);
            if (type.isBlank()) {
                throw new IllegalArgumentException("has no type");
            }
            TargetRule rule = new TargetRule(
                    row.line(),
                    type,
                    Counting.of(row.at(columns.rule)),
                    days(row.at(columns.days)),
                    share(row.at(columns.share)));
            rule.limit();
            return rule;
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure("%s, line %d: %s".formatted(file, row.line(), wrong.getMessage()), wrong);
        }
    }

    private static int days(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("n_days is '" + text + "', not a whole number", notANumber);
        }
    }

    private static double share(String text) {
        try {
            double share = Double.parseDouble(text.strip());
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("exact_share is '" + text + "', not a number", notANumber);
        }
        throw new IllegalArgumentException("exact_share is '" + text + "', not between 0 and 1");
    }
}
