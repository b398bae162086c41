package city.urbanops.metrics.domain;

import static city.urbanops.metrics.domain.CaseSet.CLOSED;
import static city.urbanops.metrics.domain.CaseSet.CLOSED_IN_TIME;
import static city.urbanops.metrics.domain.CaseSet.DISPATCHED;
import static city.urbanops.metrics.domain.CaseSet.DUE_TO_CLOSE;
import static city.urbanops.metrics.domain.CaseSet.FILED;
import static city.urbanops.metrics.domain.CaseSet.REPORTED;
import static city.urbanops.metrics.domain.Stories.DUE;
import static city.urbanops.metrics.domain.Stories.DUST;
import static city.urbanops.metrics.domain.Stories.at;
import static city.urbanops.metrics.domain.Stories.on;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.metrics.domain.Occurrence.ImportedLife;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImportedCaseTest {

    private static final Assignment WATER = new Assignment("water-company", at("08:20"));
    private static final Ending CLOSED_AT_FIVE = new Ending(Ending.Kind.NORMAL, at("17:00"));

    @Test
    void one_event_carries_the_whole_life() {
        // When
        var fact = on("23:00").imported(DUST, life(WATER, DUE, false, at("11:00"), CLOSED_AT_FIVE));

        // Then
        assertThat(Stories.closureSets(fact)).isEqualTo(Stories.CLOSURE_SETS);
        assertThat(RollupKey.of(fact, ZoneOffset.UTC).department()).isEqualTo("water-company");
    }

    @Test
    void a_late_life_is_closed_but_not_in_time() {
        // When
        var fact = on("23:00").imported(DUST, life(WATER, DUE, false, at("12:01"), CLOSED_AT_FIVE));

        // Then
        assertThat(Stories.closureSets(fact)).contains(CLOSED, DUE_TO_CLOSE).doesNotContain(CLOSED_IN_TIME);
    }

    @Test
    void open_past_its_deadline_at_the_time_of_the_import_is_overdue() {
        // When
        var past = on("23:00").imported(DUST, life(WATER, DUE, false, null, null));
        var future = on("11:00").imported(DUST, life(WATER, DUE, false, null, null));
        var suspended = on("23:00").imported(DUST, life(WATER, DUE, true, null, null));

        // Then
        assertThat(Stories.closureSets(past)).containsExactlyInAnyOrder(REPORTED, FILED, DISPATCHED, DUE_TO_CLOSE);
        assertThat(Stories.closureSets(future)).containsExactlyInAnyOrder(REPORTED, FILED, DISPATCHED);
        assertThat(Stories.closureSets(suspended)).containsExactlyInAnyOrder(REPORTED, FILED, DISPATCHED);
    }

    @Test
    void without_a_deadline_nothing_was_late() {
        // When
        var fact = on("23:00").imported(DUST, life(WATER, null, false, at("20:00"), CLOSED_AT_FIVE));

        // Then
        assertThat(Stories.closureSets(fact)).contains(CLOSED_IN_TIME);
    }

    @Test
    void a_unit_the_former_system_did_not_say_is_counted_as_unassigned() {
        // When
        var fact = on("23:00").imported(DUST, life(new Assignment(null, at("08:20")), DUE, false, null, null));

        // Then
        assertThat(RollupKey.of(fact, ZoneOffset.UTC).department()).isEqualTo(RollupKey.UNASSIGNED);
    }

    @Test
    void a_record_that_ends_before_the_deadline_shows_no_delay() {
        // Given
        var open = new ImportedLife(at("08:00"), at("08:10"), at("08:20"), WATER, DUE, false, null, null, at("11:59"));
        var late = new ImportedLife(at("08:00"), at("08:10"), at("08:20"), WATER, DUE, false, null, null, at("12:00"));

        // When
        var notYet = on("23:00").imported(DUST, open);
        var passed = on("23:00").imported(DUST, late);

        // Then
        assertThat(CaseSet.OVERDUE_OPEN.contains(notYet)).isFalse();
        assertThat(CaseSet.OVERDUE_OPEN.contains(passed)).isTrue();
    }

    /** A second {@code case.imported}, of the day the former system had closed it; the log may bring them in any order. */
    @Test
    void a_later_export_takes_the_place_of_an_earlier_one() {
        // Given
        var caseId = UUID.randomUUID();
        var ending = new Ending(Ending.Kind.NORMAL, at("11:30"));
        var open = new Occurrence(caseId, 1, at("20:00")).imported(DUST, life(WATER, DUE, false, null, null));
        var closed =
                new Occurrence(caseId, 1, at("23:00")).imported(DUST, life(WATER, DUE, false, at("11:00"), ending));

        // When
        var fact = open.merge(closed);

        // Then
        assertThat(fact).isEqualTo(closed.merge(open)).isEqualTo(fact.merge(closed));
        assertThat(CLOSED_IN_TIME.contains(fact)).isTrue();
        assertThat(CaseSet.OVERDUE_OPEN.contains(fact)).isFalse();
    }

    /** The label as the former system gives it: late if closed, or still open, after the deadline. */
    @Test
    void in_time_agrees_with_the_label_of_the_former_system() {
        var random = new Random(311);
        var agreeing = 0;
        var labelled = 10_000;
        var asOf = at("23:00");
        for (var i = 0; i < labelled; i++) {
            // Given
            var due = at("08:00").plusSeconds(random.nextInt(72_000));
            var closed = random.nextInt(8) == 0 ? null : at("06:00").plusSeconds(random.nextInt(61_000));
            var isOnTime = closed == null ? due.isAfter(asOf) : !closed.isAfter(due);
            var ending = closed == null ? null : new Ending(Ending.Kind.NORMAL, closed);

            // When
            var fact = new Occurrence(UUID.randomUUID(), 1, at("08:00").plusSeconds(400_000_000))
                    .imported(
                            DUST,
                            new ImportedLife(
                                    at("08:00"), at("08:00"), at("08:00"), WATER, due, false, closed, ending, asOf));

            // Then
            var isCountedInTime = closed == null ? !CaseSet.OVERDUE_OPEN.contains(fact) : CLOSED_IN_TIME.contains(fact);
            agreeing += isCountedInTime == isOnTime ? 1 : 0;
        }
        assertThat(agreeing).isEqualTo(labelled);
    }

    private static ImportedLife life(
            Assignment unit,
            @Nullable Instant dueAt,
            boolean suspended,
            @Nullable Instant handedBackAt,
            @Nullable Ending ending) {
        return new ImportedLife(
                at("08:00"), at("08:10"), at("08:20"), unit, dueAt, suspended, handedBackAt, ending, null);
    }
}
