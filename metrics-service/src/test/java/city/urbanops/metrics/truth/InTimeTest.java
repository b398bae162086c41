package city.urbanops.metrics.truth;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.metrics.domain.Assignment;
import city.urbanops.metrics.domain.CaseFact;
import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.domain.Ending;
import city.urbanops.metrics.domain.Occurrence;
import city.urbanops.metrics.domain.Occurrence.ImportedLife;
import city.urbanops.metrics.domain.RollupChange;
import city.urbanops.metrics.domain.Subject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** In-time figures of two cities against their own labels, from cases told event by event. */
class InTimeTest {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final double AGREEMENT = 0.999;

    @Test
    void boston_s_on_time_label_is_what_the_fold_says() throws IOException {
        // Given
        var rows = RealData.rows("boston311_2015/cases_2015_q1_q3.csv.gz").stream()
                .filter(row -> !row.get("target_dt").isEmpty()
                        && !row.get("ontime_status").isEmpty())
                .toList();
        var labelledAt = rows.stream()
                .filter(row -> row.get("closed_dt").isEmpty()
                        && row.get("ontime_status").equals("OVERDUE"))
                .map(row -> time(row.get("target_dt")))
                .max(Instant::compareTo)
                .orElseThrow();

        // When
        var agreeing = 0;
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var fact = life(
                    new UUID(1, i),
                    row.get("department"),
                    time(row.get("open_dt")),
                    time(row.get("target_dt")),
                    row.get("closed_dt").isEmpty() ? null : time(row.get("closed_dt")),
                    labelledAt);
            var late = CaseSet.HANDLED_LATE.contains(fact) || CaseSet.OVERDUE_OPEN.contains(fact);
            agreeing += late == row.get("ontime_status").equals("OVERDUE") ? 1 : 0;
        }

        // Then
        assertThat(rows).hasSizeGreaterThan(50_000);
        assertThat((double) agreeing / rows.size()).isGreaterThanOrEqualTo(AGREEMENT);
    }

    @Test
    void pingshan_s_in_time_counts_of_each_unit_match_exactly() throws IOException {
        // Given: the source knows days and the label only; a hand-back an hour before or after the deadline says the
        // same
        var rows = RealData.rows("pingshan_events/events_2018_train.csv");
        var change = new RollupChange(ZoneOffset.UTC);
        var labelled = new TreeMap<String, Long>();

        // When
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var inTime = row.get("achieve").equals("按期办结");
            var opened = LocalDate.parse(row.get("create_date")).atStartOfDay().toInstant(ZoneOffset.UTC);
            var due = opened.plus(Duration.ofDays(5));
            var unit = row.get("dispose_unit_id");
            change.replace(
                    null,
                    life(new UUID(2, i), unit, opened, due, due.plus(Duration.ofHours(inTime ? -1 : 1)), Instant.MAX));
            labelled.merge(unit, inTime ? 1L : 0L, Long::sum);
        }

        // Then
        var counted = new TreeMap<String, Long>();
        change.changes()
                .forEach((key, counts) ->
                        counted.merge(key.department(), counts.of(CaseSet.HANDLED_IN_TIME), Long::sum));
        assertThat(counted).isEqualTo(labelled);
        assertThat(counted.values().stream().mapToLong(Long::longValue).sum()).isPositive();
    }

    @Test
    void a_naive_count_of_events_gets_these_wrong() {
        // Given: reopened, suspended, voided, extended, reassigned, linked, and imported while open and overdue
        var start = Instant.parse("2026-03-02T01:00:00Z");
        var lives = Map.of(
                "reopened",
                        life(new UUID(3, 0), "u", start, hours(start, 8), hours(start, 4), Instant.MAX)
                                .merge(new Occurrence(new UUID(3, 0), 2, hours(start, 30)).reopened(subject())),
                "suspended",
                        open(1, start)
                                .merge(on(1, hours(start, 2)).suspended())
                                .merge(on(1, hours(start, 8)).overdue(hours(start, 8))),
                "voided",
                        life(new UUID(3, 2), "u", start, hours(start, 8), null, Instant.MAX)
                                .merge(on(2, hours(start, 20)).voided(subject())),
                "extended",
                        open(3, start)
                                .merge(on(3, hours(start, 2)).extended(hours(start, 16), 1))
                                .merge(on(3, hours(start, 12)).handedBack(hours(start, 12), hours(start, 16))),
                "reassigned",
                        open(4, start)
                                .merge(on(4, hours(start, 8)).overdue(hours(start, 8)))
                                .merge(on(4, hours(start, 9)).transferred("v", hours(start, 17))),
                "linked",
                        open(5, start)
                                .merge(on(5, hours(start, 1)).linked(subject(), new UUID(3, 0)))
                                .merge(on(5, hours(start, 8)).overdue(hours(start, 8))),
                "imported",
                        on(6, hours(start, 48))
                                .imported(
                                        subject(),
                                        new ImportedLife(
                                                start,
                                                start,
                                                start,
                                                new Assignment("u", start),
                                                hours(start, 8),
                                                false,
                                                null,
                                                null,
                                                hours(start, 10))));

        // Then
        assertThat(CaseSet.of(lives.get("reopened"))).doesNotContain(CaseSet.CLOSED, CaseSet.HANDLED);
        assertThat(CaseSet.of(lives.get("suspended"))).doesNotContain(CaseSet.DUE_TO_CLOSE, CaseSet.OVERDUE_OPEN);
        assertThat(CaseSet.of(lives.get("voided"))).doesNotContain(CaseSet.FILED, CaseSet.OVERDUE_OPEN);
        assertThat(CaseSet.of(lives.get("extended"))).contains(CaseSet.HANDLED_IN_TIME, CaseSet.EXTENDED);
        assertThat(CaseSet.of(lives.get("reassigned"))).doesNotContain(CaseSet.OVERDUE_OPEN);
        assertThat(CaseSet.of(lives.get("linked"))).containsExactly(CaseSet.REPORTED, CaseSet.LINKED);
        assertThat(CaseSet.of(lives.get("imported"))).contains(CaseSet.DUE_TO_CLOSE, CaseSet.OVERDUE_OPEN);
    }

    private static CaseFact life(
            UUID caseId, String unit, Instant opened, Instant due, @Nullable Instant closed, Instant toldUntil) {
        var on = new Occurrence(caseId, 1, opened);
        var fact = on.reported(subject()).merge(on.filed(subject(), opened)).merge(on.dispatched(unit, due));
        if (!due.isAfter(toldUntil) && (closed == null || closed.isAfter(due))) {
            fact = fact.merge(new Occurrence(caseId, 1, due).overdue(due));
        }
        if (closed == null) {
            return fact;
        }
        // Some rows say they were closed before they were opened; events happen in the order of the stream all the
        // same.
        var told = new Occurrence(caseId, 1, closed.isBefore(opened) ? opened : closed);
        return fact.merge(told.handedBack(closed, due))
                .merge(told.closed(subject(), new Ending(Ending.Kind.NORMAL, closed)));
    }

    private static CaseFact open(int number, Instant start) {
        var on = on(number, start);
        return on.reported(subject()).merge(on.filed(subject(), start)).merge(on.dispatched("u", hours(start, 8)));
    }

    private static Occurrence on(int number, Instant at) {
        return new Occurrence(new UUID(3, number), 1, at);
    }

    private static Subject subject() {
        return new Subject("E0304", "450202", "HOTLINE_12345");
    }

    private static Instant hours(Instant start, int hours) {
        return start.plus(Duration.ofHours(hours));
    }

    private static Instant time(String text) {
        return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
    }
}
