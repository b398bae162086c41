package city.urbanops.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * The engine against a city's real targets: Boston's 311 cases of 2015 (public domain), where each type has one rule
 * that reproduces its published targets at a known share. The data is not part of the product; without it the test is
 * skipped. Boston reckons some targets from a booking a few minutes off the published opening time, hence the tolerance;
 * the stated shares count more cases than this file holds, hence the margin for types whose rule changed in between.
 */
class BostonTargetsTest {

    private static final Path DATA =
            Path.of(System.getProperty("urbanops.root", "."), "..", "shared", "data", "boston311_2015");
    private static final Path RULES = DATA.resolve("sla_rules_inferred.csv");
    private static final Path CASES = DATA.resolve("cases_2015_q1_q3.csv.gz");
    private static final Duration TOLERANCE = Duration.ofMinutes(10);
    private static final double MARGIN = 0.06;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final WorkingCalendar BOSTON = new WorkingCalendar(
            ZoneId.of("America/New_York"),
            List.of(WorkingSlot.of("08:30", "17:00")),
            holidays(
                    "2015-01-01",
                    "2015-01-19",
                    "2015-02-16",
                    "2015-04-20",
                    "2015-05-25",
                    "2015-09-07",
                    "2015-10-12",
                    "2015-11-11",
                    "2015-11-26",
                    "2015-12-25",
                    "2016-01-01"),
            WorkingDayRule.SAME_TIME);

    private record Rule(TimeLimit limit, double share) {}

    private record Score(int hits, int cases) {
        static Score of(boolean hit) {
            return new Score(hit ? 1 : 0, 1);
        }

        Score plus(Score other) {
            return new Score(hits + other.hits, cases + other.cases);
        }

        double share() {
            return (double) hits / cases;
        }
    }

    @Test
    void reproduces_the_targets_of_each_type_at_its_stated_share() throws IOException {
        assumeTrue(Files.exists(RULES) && Files.exists(CASES), "skipped: no Boston cases in " + DATA.normalize());
        // Given
        Map<String, Rule> rules = readRules();

        // When
        Map<String, Score> scores = score(rules);

        // Then
        assertThat(scores).hasSameSizeAs(rules);
        assertThat(scores)
                .allSatisfy((type, score) ->
                        assertThat(score.share()).as(type).isGreaterThan(rules.get(type).share - MARGIN));
        double stated = scores.entrySet().stream()
                        .mapToDouble(entry -> rules.get(entry.getKey()).share * entry.getValue().cases)
                        .sum()
                / scores.values().stream().mapToInt(Score::cases).sum();
        assertThat(scores.values().stream().reduce(Score::plus).orElseThrow().share())
                .isGreaterThanOrEqualTo(stated);
    }

    private static Map<String, Score> score(Map<String, Rule> rules) throws IOException {
        Map<String, Score> scores = new HashMap<>();
        try (BufferedReader cases = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(CASES)), StandardCharsets.UTF_8))) {
            List<String> header = fields(cases.readLine());
            int opened = header.indexOf("open_dt");
            int target = header.indexOf("target_dt");
            int type = header.indexOf("type");
            cases.lines().map(BostonTargetsTest::fields).forEach(row -> {
                Rule rule = rules.get(row.get(type));
                if (rule != null && !row.get(target).isEmpty()) {
                    Instant due = Deadlines.due(instant(row.get(opened)), rule.limit, BOSTON);
                    Duration miss =
                            Duration.between(due, instant(row.get(target))).abs();
                    scores.merge(row.get(type), Score.of(miss.compareTo(TOLERANCE) <= 0), Score::plus);
                }
            });
        }
        return scores;
    }

    private static Map<String, Rule> readRules() throws IOException {
        Map<String, Rule> rules = new HashMap<>();
        List<String> lines = Files.readAllLines(RULES);
        for (String line : lines.subList(1, lines.size())) {
            List<String> row = fields(line);
            TimeUnit unit = row.get(2).equals("calendar") ? TimeUnit.URGENT_DAY : TimeUnit.WORKING_DAY;
            TimeLimit limit = new TimeLimit(Integer.parseInt(row.get(3)), unit);
            rules.put(row.get(0), new Rule(limit, Double.parseDouble(row.get(4))));
        }
        return rules;
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local, TIME).atZone(BOSTON.zone()).toInstant();
    }

    /** The fields of one line; a comma between quotes does not separate. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '"') {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(character);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    private static List<CalendarDay> holidays(String... dates) {
        return Stream.of(dates)
                .map(date -> new CalendarDay(LocalDate.parse(date), CalendarDay.Kind.HOLIDAY, "city holiday"))
                .toList();
    }
}
