package city.urbanops.metrics.domain;

import static city.urbanops.metrics.domain.CaseSet.CLOSED;
import static city.urbanops.metrics.domain.CaseSet.DISPATCHED;
import static city.urbanops.metrics.domain.CaseSet.DUE_TO_CLOSE;
import static city.urbanops.metrics.domain.CaseSet.FILED;
import static city.urbanops.metrics.domain.CaseSet.HANDLED;
import static city.urbanops.metrics.domain.CaseSet.REPORTED;
import static city.urbanops.metrics.domain.Stories.DUE;
import static city.urbanops.metrics.domain.Stories.DUST;
import static city.urbanops.metrics.domain.Stories.OTHER_CASE;
import static city.urbanops.metrics.domain.Stories.at;
import static city.urbanops.metrics.domain.Stories.closed;
import static city.urbanops.metrics.domain.Stories.dispatched;
import static city.urbanops.metrics.domain.Stories.filed;
import static city.urbanops.metrics.domain.Stories.fold;
import static city.urbanops.metrics.domain.Stories.forced;
import static city.urbanops.metrics.domain.Stories.handedBack;
import static city.urbanops.metrics.domain.Stories.on;
import static city.urbanops.metrics.domain.Stories.overdue;
import static city.urbanops.metrics.domain.Stories.reported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lives of a case, and where each counts. Where a plain count of events would go wrong, the name says how. */
class CaseSetTest {

    static Stream<Arguments> lives() {
        return Stream.of(ordinaryLives(), deadlines(), wrongUnits(), checksAndReopenings(), endings())
                .flatMap(lives -> lives);
    }

    static Stream<Arguments> ordinaryLives() {
        return Stream.of(
                life("only reported", Set.of(REPORTED), reported()),
                life("filed", Set.of(REPORTED, FILED), reported(), filed()),
                life("dispatched", Set.of(REPORTED, FILED, DISPATCHED), reported(), filed(), dispatched()),
                life(
                        "handed back in time, waiting for its check",
                        Set.of(REPORTED, FILED, DISPATCHED, HANDLED, DUE_TO_CLOSE),
                        reported(),
                        filed(),
                        dispatched(),
                        handedBack("11:59")),
                life(
                        "closed after the deadline, but handed back just in time: the check is not the unit's time",
                        Stories.CLOSURE_SETS,
                        reported(),
                        filed(),
                        dispatched(),
                        handedBack("12:00"),
                        closed(1, "17:00")),
                life(
                        "closed, handed back too late",
                        Set.of(REPORTED, FILED, DISPATCHED, HANDLED, DUE_TO_CLOSE, CLOSED),
                        reported(),
                        filed(),
                        dispatched(),
                        overdue(),
                        handedBack("12:01"),
                        closed(1, "17:00")),
                life("events of a case whose report has not arrived", Set.of(), dispatched(), handedBack("11:00")));
    }

    static Stream<Arguments> deadlines() {
        return Stream.of(
                life(
                        "overdue and open",
                        Set.of(REPORTED, FILED, DISPATCHED, DUE_TO_CLOSE),
                        reported(),
                        filed(),
                        dispatched(),
                        overdue()),
                life(
                        "announced as overdue, then a hand-back arrives late that was in time",
                        Stories.CLOSURE_SETS,
                        reported(),
                        filed(),
                        dispatched(),
                        overdue(),
                        on("12:30").handedBack(at("11:50"), DUE),
                        closed(1, "17:00")),
                life(
                        "suspended: not due, and never was, so nothing may be subtracted for it",
                        Set.of(REPORTED, FILED, DISPATCHED),
                        reported(),
                        filed(),
                        dispatched(),
                        on("09:00").suspended()),
                life(
                        "suspended while its overdue was on the way: it leaves the base",
                        Set.of(REPORTED, FILED, DISPATCHED),
                        reported(),
                        filed(),
                        dispatched(),
                        overdue(),
                        on("12:01").suspended()),
                life(
                        "suspended and resumed: the old deadline breaks nothing",
                        Stories.CLOSURE_SETS,
                        reported(),
                        filed(),
                        dispatched(),
                        on("09:00").suspended(),
                        on("14:00").resumed(at("17:00")),
                        on("16:00").handedBack(at("16:00"), at("17:00")),
                        closed(1, "18:00")),
                life(
                        "extended: the first deadline no longer counts",
                        Stories.CLOSURE_SETS,
                        reported(),
                        filed(),
                        dispatched(),
                        on("11:00").extended(at("16:00"), 1),
                        on("15:00").handedBack(at("15:00"), at("16:00")),
                        closed(1, "17:00")),
                life(
                        "overdue for the deadline before the extension",
                        Set.of(REPORTED, FILED, DISPATCHED),
                        reported(),
                        filed(),
                        dispatched(),
                        overdue(),
                        on("12:00").extended(at("16:00"), 1)));
    }

    static Stream<Arguments> wrongUnits() {
        return Stream.of(
                life(
                        "returned after it was overdue: no unit has it, so none is late",
                        Set.of(REPORTED, FILED),
                        reported(),
                        filed(),
                        dispatched(),
                        overdue(),
                        on("12:30").returned()),
                life(
                        "transferred after it was overdue: the new unit has a deadline of its own",
                        Stories.CLOSURE_SETS,
                        reported(),
                        filed(),
                        dispatched(),
                        overdue(),
                        on("12:30").transferred("sanitation", at("16:00")),
                        on("15:00").handedBack(at("15:00"), at("16:00")),
                        closed(1, "17:00")),
                life(
                        "returned and dispatched again at the same instant",
                        Set.of(REPORTED, FILED, DISPATCHED),
                        reported(),
                        filed(),
                        dispatched(),
                        on("10:00").returned(),
                        on("10:00").dispatched("sanitation", at("14:00"))));
    }

    static Stream<Arguments> checksAndReopenings() {
        return Stream.of(
                life(
                        "in rework: unhandled again, although it was handed back",
                        Set.of(REPORTED, FILED, DISPATCHED),
                        reported(),
                        filed(),
                        dispatched(),
                        handedBack("10:00"),
                        on(2, "10:30").reworkRequested(DUST, 1)),
                life(
                        "in rework when the clock, which never stopped, ran out",
                        Set.of(REPORTED, FILED, DISPATCHED, DUE_TO_CLOSE),
                        reported(),
                        filed(),
                        dispatched(),
                        handedBack("10:00"),
                        on(2, "10:30").reworkRequested(DUST, 1),
                        on(2, "12:00").overdue(DUE)),
                life(
                        "reworked too late: the first hand-back was in time, the one that passed was not",
                        Set.of(REPORTED, FILED, DISPATCHED, HANDLED, DUE_TO_CLOSE, CLOSED),
                        reported(),
                        filed(),
                        dispatched(),
                        handedBack("10:00"),
                        on(2, "10:30").reworkRequested(DUST, 1),
                        on(2, "12:00").overdue(DUE),
                        on(2, "13:00").handedBack(at("13:00"), DUE),
                        closed(2, "14:00")),
                life(
                        "a hand-back of the round before the rework arrives last",
                        Set.of(REPORTED, FILED, DISPATCHED),
                        reported(),
                        filed(),
                        dispatched(),
                        on(2, "10:30").reworkRequested(DUST, 1),
                        handedBack("10:00")),
                life(
                        "reopened: neither closed nor handled nor with a unit",
                        Set.of(REPORTED, FILED),
                        reported(),
                        filed(),
                        dispatched(),
                        handedBack("10:00"),
                        closed(1, "11:00"),
                        on(2, "14:00").reopened(DUST)),
                life(
                        "reopened and closed again: one case, closed once",
                        Stories.CLOSURE_SETS,
                        reported(),
                        filed(),
                        dispatched(),
                        overdue(),
                        handedBack("13:00"),
                        closed(1, "13:30"),
                        on(2, "14:00").reopened(DUST),
                        on(2, "14:10").dispatched("sanitation", at("18:00")),
                        on(2, "16:00").handedBack(at("16:00"), at("18:00")),
                        closed(2, "17:00")));
    }

    static Stream<Arguments> endings() {
        return Stream.of(
                life("void after dispatch", Set.of(REPORTED), reported(), filed(), dispatched(), overdue(), voided()),
                life("linked", Set.of(REPORTED), reported(), on("08:01").linked(DUST, OTHER_CASE)),
                life(
                        "linked, and closed together with its parent",
                        Set.of(REPORTED),
                        reported(),
                        filed(),
                        on("08:11").linked(DUST, OTHER_CASE),
                        closed(1, "17:00")),
                life(
                        "closed by force before the deadline: closed, but nothing was handled",
                        Set.of(REPORTED, FILED, DISPATCHED, CLOSED),
                        reported(),
                        filed(),
                        dispatched(),
                        forced("11:00")),
                life(
                        "closed by force when overdue: that does not mend the in-time rate",
                        Set.of(REPORTED, FILED, DISPATCHED, DUE_TO_CLOSE, CLOSED),
                        reported(),
                        filed(),
                        dispatched(),
                        overdue(),
                        forced("13:00")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lives")
    void counts_a_life_where_it_belongs(String name, Set<CaseSet> expected, List<CaseFact> events) {
        // When
        var fact = fold(events);

        // Then
        assertThat(Stories.closureSets(fact)).isEqualTo(expected);
    }

    private static CaseFact voided() {
        return on("13:00").voided(DUST);
    }

    private static Arguments life(String name, Set<CaseSet> expected, CaseFact... events) {
        return arguments(name, expected, Arrays.asList(events));
    }

    @Test
    void a_report_that_was_unlinked_stands_by_itself_again() {
        // When
        var fact = fold(List.of(
                reported(), on("08:01").linked(DUST, OTHER_CASE), on("08:05").unlinked(DUST), filed()));

        // Then
        assertThat(CaseSet.of(fact)).contains(FILED).doesNotContain(CaseSet.LINKED);
    }

    @Test
    void an_answer_once_given_in_anger_stays_given() {
        // When
        var fact = fold(List.of(
                reported(),
                filed(),
                on("18:00").revisited(false, false),
                on(2, "19:00").reopened(DUST),
                on(2, "21:00").revisited(true, true)));

        // Then
        assertThat(CaseSet.of(fact))
                .contains(CaseSet.REVISITED, CaseSet.REOPENED)
                .doesNotContain(CaseSet.RESOLVED, CaseSet.SATISFIED);
    }

    @Test
    void a_warning_before_the_deadline_is_no_escalation() {
        // Given
        var warned = fold(List.of(reported(), filed(), dispatched(), on("11:12").escalated(false)));

        // Then
        assertThat(CaseSet.of(warned)).contains(FILED).doesNotContain(CaseSet.ESCALATED);
        assertThat(CaseSet.of(warned.merge(on("12:00").escalated(true)))).contains(CaseSet.ESCALATED);
        assertThat(CaseSet.of(warned.merge(on("12:00").escalated(true))
                        .merge(on(2, "13:00").escalated(false))))
                .contains(CaseSet.ESCALATED);
    }

    @Test
    void a_check_is_in_time_by_its_own_deadline() {
        // Given
        var life = fold(List.of(reported(), filed(), dispatched(), handedBack("11:00")));
        var end = new Ending(Ending.Kind.NORMAL, at("11:20"));

        // Then
        assertThat(CaseSet.of(life.merge(on("11:20").closed(DUST, end, at("11:30")))))
                .contains(CaseSet.CHECK_DUE, CaseSet.CHECKED_IN_TIME);
        assertThat(CaseSet.of(life.merge(on("11:20").closed(DUST, end, at("11:10")))))
                .contains(CaseSet.CHECK_DUE)
                .doesNotContain(CaseSet.CHECKED_IN_TIME);
    }
}
