package city.urbanops.metrics.domain;

import static city.urbanops.metrics.domain.CaseSet.DISPATCHED;
import static city.urbanops.metrics.domain.CaseSet.DUE_TO_CLOSE;
import static city.urbanops.metrics.domain.CaseSet.FILED;
import static city.urbanops.metrics.domain.CaseSet.REPORTED;
import static city.urbanops.metrics.domain.Lives.life;
import static city.urbanops.metrics.domain.Stories.DUE;
import static city.urbanops.metrics.domain.Stories.DUST;
import static city.urbanops.metrics.domain.Stories.at;
import static city.urbanops.metrics.domain.Stories.closed;
import static city.urbanops.metrics.domain.Stories.dispatched;
import static city.urbanops.metrics.domain.Stories.filed;
import static city.urbanops.metrics.domain.Stories.fold;
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

/** What a deadline makes of a case, whose it is, and whose it is not. */
class CaseSetOfDeadlinesTest {

    static Stream<Arguments> lives() {
        return Stream.of(deadlines(), wrongUnits()).flatMap(lives -> lives);
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

    @ParameterizedTest(name = "{0}")
    @MethodSource("lives")
    void counts_a_life_where_it_belongs(String name, Set<CaseSet> expected, List<CaseFact> events) {
        // When
        var fact = fold(events);

        // Then
        assertThat(Stories.closureSets(fact)).isEqualTo(expected);
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
