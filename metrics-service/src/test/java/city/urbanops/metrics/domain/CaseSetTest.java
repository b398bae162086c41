package city.urbanops.metrics.domain;

import static city.urbanops.metrics.domain.CaseSet.CLOSED;
import static city.urbanops.metrics.domain.CaseSet.DISPATCHED;
import static city.urbanops.metrics.domain.CaseSet.DUE_TO_CLOSE;
import static city.urbanops.metrics.domain.CaseSet.FILED;
import static city.urbanops.metrics.domain.CaseSet.HANDLED;
import static city.urbanops.metrics.domain.CaseSet.REPORTED;
import static city.urbanops.metrics.domain.Lives.life;
import static city.urbanops.metrics.domain.Stories.DUST;
import static city.urbanops.metrics.domain.Stories.OTHER_CASE;
import static city.urbanops.metrics.domain.Stories.answered;
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
        return Stream.of(ordinaryLives(), endings()).flatMap(lives -> lives);
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

    static Stream<Arguments> endings() {
        return Stream.of(
                life("void after dispatch", Set.of(REPORTED), reported(), filed(), dispatched(), overdue(), voided()),
                life(
                        "a question answered as it came in: closed, but never filed, so it is in no rate of handled cases",
                        Set.of(REPORTED),
                        reported(),
                        answered("08:00")),
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

    @Test
    void a_report_that_was_unlinked_stands_by_itself_again() {
        // When
        var fact = fold(List.of(
                reported(), on("08:01").linked(DUST, OTHER_CASE), on("08:05").unlinked(DUST), filed()));

        // Then
        assertThat(CaseSet.of(fact)).contains(FILED).doesNotContain(CaseSet.LINKED);
    }
}
