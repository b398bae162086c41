package city.urbanops.metrics.domain;

import static city.urbanops.metrics.domain.CaseSet.CLOSED;
import static city.urbanops.metrics.domain.CaseSet.DISPATCHED;
import static city.urbanops.metrics.domain.CaseSet.DUE_TO_CLOSE;
import static city.urbanops.metrics.domain.CaseSet.FILED;
import static city.urbanops.metrics.domain.CaseSet.HANDLED;
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

/** Cases that are checked, sent back and opened again. */
class CaseSetOfReopenedTest {

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

    @ParameterizedTest(name = "{0}")
    @MethodSource("checksAndReopenings")
    void counts_a_life_where_it_belongs(String name, Set<CaseSet> expected, List<CaseFact> events) {
        // When
        var fact = fold(events);

        // Then
        assertThat(Stories.closureSets(fact)).isEqualTo(expected);
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
}
