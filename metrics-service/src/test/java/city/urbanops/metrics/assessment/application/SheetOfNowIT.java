package city.urbanops.metrics.assessment.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.metrics.application.FoldFacts;
import city.urbanops.metrics.assessment.application.Ledger.Appeal;
import city.urbanops.metrics.assessment.application.Ledger.EnteredFigure;
import city.urbanops.metrics.assessment.application.Ledger.LedgerEntry;
import city.urbanops.metrics.domain.CaseFact;
import city.urbanops.metrics.domain.Ending;
import city.urbanops.metrics.domain.Occurrence;
import city.urbanops.metrics.domain.Subject;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A sheet kept up to date by changes is the sheet that all cases give, whoever changed them and in whatever order that was committed. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "metrics"))
class SheetOfNowIT extends TwoInstances {

    private static final Instant START = Instant.parse("1983-05-01T00:00:00Z");

    @Inject
    Ledger ledger;

    @Inject
    FoldFacts fold;

    @Test
    void whatever_is_folded_entered_or_granted_it_is_the_sheet_of_all_cases() {
        var random = new Random(20261128);
        var seen = 0;
        for (int round = 0; round < 60; round++) {
            // Given
            var events = new ArrayList<CaseFact>();
            for (int i = 1 + random.nextInt(6); i > 0; i--) {
                events.add(event(random));
            }
            write(session -> fold.fold(session, events));
            if (round % 10 == 3) {
                byHand(random, round);
            }
            if (round == 40) {
                store(LEDGER, 2, false);
            }

            // Then
            for (var scheme : List.of(LEDGER, EXEMPTING)) {
                var expected = full(scheme);
                assertThat(sheet(one, scheme)).as(scheme + " " + round).isEqualTo(expected);
                if (round % 7 == 0) {
                    assertThat(sheet(other, scheme)).isEqualTo(expected);
                }
                seen += expected.contains("\"deductions\":[{") ? 1 : 0;
            }
        }
        assertThat(seen).as("sheets with deductions").isGreaterThan(80);
    }

    @Test
    void a_change_that_is_committed_after_a_later_one_is_not_missed() throws SQLException {
        // Given: two complaints in time
        var early = complaint(1);
        var late = complaint(2);
        assertThat(sheet(one, LEDGER)).isEqualTo(full(LEDGER));
        try (var slow = connect()) {
            slow.setAutoCommit(false);
            exposed(slow, early);
            try (var quick = connect()) {
                exposed(quick, late);
            }
            var between = sheet(one, LEDGER);
            assertThat(between)
                    .isEqualTo(full(LEDGER))
                    .contains(late.toString())
                    .doesNotContain(early.toString());

            // When
            slow.commit();
        }

        // Then
        assertThat(sheet(one, LEDGER)).isEqualTo(full(LEDGER)).contains(early.toString());
    }

    @Test
    void what_is_not_noted_any_more_is_read_anew() throws SQLException {
        // Given
        var caseId = complaint(1);
        assertThat(sheet(one, LEDGER)).isEqualTo(full(LEDGER)).doesNotContain(caseId.toString());

        // When: the server crashed, and its unlogged tables are empty
        try (var connection = connect()) {
            exposed(connection, caseId);
        }
        sql("delete from case_change");
        sql("delete from case_change_epoch");

        // Then
        assertThat(sheet(one, LEDGER)).isEqualTo(full(LEDGER)).contains(caseId.toString());

        // When: somebody slept so long that notes were deleted
        write(changes::tidy);
        sheet(one, LEDGER);
        sql("update case_fact set sets = sets & ~65536 where case_id = '" + caseId + "'");
        for (int i = 0; i < 2; i++) {
            sql("update case_change_epoch set moved_at = moved_at - interval '1 hour'");
            write(changes::tidy);
        }

        // Then
        assertThat(sheet(one, LEDGER)).isEqualTo(full(LEDGER)).doesNotContain(caseId.toString());
    }

    @Test
    void a_case_that_leaves_its_place_changes_those_that_repeated_it_also_in_the_next_month() {
        // Given: one at the end of April, another at the same place in May
        var before = new UUID(1983, 1);
        var subject = new Subject("E0304", "450202001", "CITY_PATROL");
        filed(before, subject, START.minus(Duration.ofDays(3)));
        var caseId = new UUID(1983, 2);
        filed(caseId, subject, START.plus(Duration.ofDays(3)));
        assertThat(sheet(one, LEDGER)).isEqualTo(full(LEDGER)).contains("twice-running");

        // When
        write(session -> fold.fold(session, List.of(new Occurrence(before, 1, START.plusSeconds(60)).voided(subject))));

        // Then
        assertThat(sheet(one, LEDGER)).isEqualTo(full(LEDGER)).doesNotContain("twice-running");
    }

    private UUID complaint(int number) {
        var caseId = new UUID(1983, number);
        filed(caseId, new Subject("E0304", "45020200" + number, "CITIZEN_APP"), START.plus(Duration.ofDays(1)));
        return caseId;
    }

    private void filed(UUID caseId, Subject subject, Instant at) {
        var on = new Occurrence(caseId, 1, at);
        write(session -> fold.fold(
                session,
                List.of(
                        on.reported(subject),
                        on.filed(subject, at),
                        on.dispatched("parks", at.plus(Duration.ofHours(8))))));
    }

    /** Whoever writes a fact, a trigger notes it. */
    private static void exposed(Connection connection, UUID caseId) throws SQLException {
        try (var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(
                            "update case_fact set sets = sets | 65536 where case_id = '" + caseId + "'"))
                    .isOne();
        }
    }

    /** Twenty cases of three months at four places. */
    private static CaseFact event(Random random) {
        var number = random.nextInt(20);
        var filedAt = START.plus(Duration.ofDays(number * 4L - 24));
        var on = new Occurrence(
                new UUID(1983, number), 1 + random.nextInt(3), filedAt.plusSeconds(60L * random.nextInt(10_000)));
        var subject = new Subject(
                random.nextBoolean() ? "E0304" : "E0107",
                random.nextBoolean() ? "450202001" : "450203001",
                List.of("CITY_PATROL", "CITIZEN_APP", "PETITION_CITY").get(random.nextInt(3)));
        var unit = List.of("parks", "roads", "water").get(random.nextInt(3));
        var due = on.at().plusSeconds(random.nextInt(20) - 10);
        return switch (random.nextInt(16)) {
            case 0, 1, 2 -> on.reported(subject);
            case 3, 4, 5 -> on.filed(subject, filedAt);
            case 6, 7, 8 -> on.dispatched(unit, due);
            case 9 -> on.transferred(unit, due);
            case 10 -> on.overdue(due);
            case 11, 12 -> on.handedBack(on.at(), due);
            case 13 -> random.nextInt(4) == 0 ? on.voided(subject) : on.escalated(true);
            case 14 -> on.closed(subject, new Ending(Ending.Kind.NORMAL, on.at()));
            default -> random.nextBoolean() ? on.reopened(subject) : on.reworkRequested(subject, on.round());
        };
    }

    /** A figure, an adjustment, and a granted appeal. */
    private void byHand(Random random, int round) {
        var now = clock.instant();
        for (var scheme : List.of(LEDGER, EXEMPTING)) {
            write(session -> ledger.enter(
                    session,
                    scheme,
                    MONTH,
                    new EnteredFigure(UUID.randomUUID(), "parks", "roadDust", 50 + round, null, now, "somebody")));
            write(session -> ledger.append(
                    session,
                    List.of(new LedgerEntry(
                            UUID.randomUUID(),
                            scheme,
                            1,
                            MONTH.name(),
                            "roads",
                            null,
                            null,
                            null,
                            new BigDecimal("0.5"),
                            "ADJUSTMENT",
                            "round " + round,
                            now,
                            "somebody"))));
            var appeal = new Appeal(
                    UUID.randomUUID(),
                    scheme,
                    MONTH.name(),
                    "parks",
                    new UUID(1983, random.nextInt(20)),
                    "announced works",
                    RaiseAppeal.OPEN,
                    null,
                    now,
                    "lead",
                    null,
                    null);
            write(session -> ledger.raise(session, appeal));
            write(session -> ledger.decide(session, appeal.decided(DecideAppeal.APPROVED, null, now, "somebody")));
        }
    }
}
