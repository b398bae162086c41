package city.urbanops.evaluation.deadlines;

import static city.urbanops.evaluation.deadlines.DeadlinesReport.rounded;

import city.urbanops.deadlines.Deadlines;
import city.urbanops.deadlines.WorkingCalendar;
import city.urbanops.evaluation.CsvRows;
import city.urbanops.evaluation.CsvRows.Row;
import city.urbanops.evaluation.deadlines.DeadlinesReport.BadRow;
import city.urbanops.evaluation.deadlines.DeadlinesReport.RuleShare;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the targets a city printed with those the rules give. */
final class TargetComparison {

    private static final int BAD_ROWS_NAMED = 20;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    private final Map<String, TargetRule> rules;
    private final WorkingCalendar calendar;
    private final Duration match;
    private final double tolerance;
    private final Map<String, Long> rows = new HashMap<>();
    private final Map<String, Long> exact = new HashMap<>();
    private final List<BadRow> firstUnreadable = new ArrayList<>();
    private long cases;
    private long withoutRule;
    private long withoutTarget;
    private long unreadable;

    /**
     * @param calendar the city's hours and holidays
     * @param match how far two times may lie apart and still be the same target
     * @param tolerance how much a share may fall short of the stated one
     */
    TargetComparison(Map<String, TargetRule> rules, WorkingCalendar calendar, Duration match, double tolerance) {
        this.rules = rules;
        this.calendar = calendar;
        this.match = match;
        this.tolerance = tolerance;
    }

    /** Where the fields of a case stand. */
    record Columns(int type, int opened, int target) {

        static Columns of(CsvRows rows) {
            return new Columns(rows.column("type"), rows.column("open_dt"), rows.column("target_dt"));
        }
    }

    /** Takes one case into account; one that cannot be read is counted and named. */
    void take(Row row, Columns columns) {
        cases++;
        try {
            TargetRule rule = rules.get(row.at(columns.type));
            if (rule == null) {
                withoutRule++;
            } else if (row.at(columns.target).isEmpty()) {
                withoutTarget++;
            } else {
                compare(rule, instant("open_dt", row.at(columns.opened)), instant("target_dt", row.at(columns.target)));
            }
        } catch (IllegalArgumentException wrong) {
            unreadable++;
            if (firstUnreadable.size() < BAD_ROWS_NAMED) {
                firstUnreadable.add(new BadRow(row.line(), String.valueOf(wrong.getMessage())));
            }
        }
    }

    private void compare(TargetRule rule, Instant opened, Instant target) {
        Duration apart = Duration.between(Deadlines.due(opened, rule.limit(), calendar), target)
                .abs();
        rows.merge(rule.type(), 1L, Long::sum);
        if (apart.compareTo(match) <= 0) {
            exact.merge(rule.type(), 1L, Long::sum);
        }
    }

    DeadlinesReport report() {
        List<RuleShare> shares = rules.values().stream()
                .map(rule -> RuleShare.of(
                        rule, rows.getOrDefault(rule.type(), 0L), exact.getOrDefault(rule.type(), 0L), tolerance))
                .toList();
        long judged = shares.stream().mapToLong(RuleShare::rows).sum();
        long hits = shares.stream().mapToLong(RuleShare::exact).sum();
        double stated = shares.stream()
                .mapToDouble(share -> share.statedShare() * share.rows())
                .sum();
        return new DeadlinesReport(
                cases,
                judged,
                hits,
                judged == 0 ? null : Double.valueOf(rounded((double) hits / judged)),
                judged == 0 ? null : Double.valueOf(rounded(stated / judged)),
                judged > 0 && shares.stream().noneMatch(RuleShare::misses),
                match.toMinutes(),
                tolerance,
                withoutRule,
                withoutTarget,
                unreadable,
                firstUnreadable,
                shares);
    }

    /** Takes every case of a file. */
    void takeAll(CsvRows cases, Runnable afterEach) {
        Columns columns = Columns.of(cases);
        for (Optional<Row> row = cases.next(); row.isPresent(); row = cases.next()) {
            take(row.get(), columns);
            afterEach.run();
        }
    }

    private Instant instant(String column, String text) {
        try {
            return LocalDateTime.parse(text, TIME).atZone(calendar.zone()).toInstant();
        } catch (DateTimeParseException notATime) {
            throw new IllegalArgumentException(
                    "%s is '%s', not a time such as 2015-01-31 08:30:00".formatted(column, text), notATime);
        }
    }
}
