package city.urbanops.metrics.assessment.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.metrics.assessment.domain.ScoreLine;
import city.urbanops.metrics.assessment.domain.UnitFigures;
import city.urbanops.metrics.assessment.domain.UnitScore;
import city.urbanops.metrics.domain.Assessed;
import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.domain.Counts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The composite indices of people and grids (DOMAIN §8), from the events of their cases; the arithmetic beside each was done by hand. */
class PersonIndexTest {

    @Test
    void a_supervisor_has_91_grade_a() {
        // Given: 10 reports, 9 of them filed: 90 %. 8 verifications, 7 in time: 87.5 %. 20 checks, 19 in time: 95 %.
        // On the beat 40 cases filed, 3 of them found by the public: 7.5 % missed.
        var cases = new PeopleCases()
                .times(9, told -> told.foundBy("wang").filedBy("leader"))
                .times(1, told -> told.foundBy("wang").voidedBy("leader"))
                .times(7, told -> told.reported().verifiedBy("wang", true))
                .times(1, told -> told.reported().verifiedBy("wang", false))
                .times(19, told -> told.reported().filedBy("leader").checkedBy("wang", true))
                .times(1, told -> told.reported().filedBy("leader").checkedBy("wang", false))
                // somebody else's late check is not his
                .times(1, told -> told.reported().filedBy("leader").checkedBy("zhao", false));
        var counts = cases.counts(Assessed.SUPERVISORS, "wang");
        var beat = new Counts();
        beat.add(CaseSet.FILED, 40);
        beat.add(CaseSet.PUBLIC, 3);
        counts.add(beat);

        // When
        var score = score("supervisor-index", counts);

        // Then: 0.4 × 90 + 0.2 × (100 − 7.5) + 0.2 × 87.5 + 0.2 × 95 = 36 + 18.5 + 17.5 + 19 = 91.0
        assertThat(score.score()).isEqualByComparingTo("91");
        assertThat(score.grade()).isEqualTo("A");
        assertThat(points(score)).containsExactly("90", "92.5", "87.5", "95");
    }

    @Test
    void a_supervisor_without_a_beat_is_not_evaluated_and_the_sheet_says_why() {
        var cases = new PeopleCases().times(1, told -> told.foundBy("wang")
                .filedBy("leader")
                .verifiedBy("wang", true)
                .checkedBy("wang", true));

        var score = score("supervisor-index", cases.counts(Assessed.SUPERVISORS, "wang"));

        assertThat(score.score()).isNull();
        assertThat(score.line().reason()).isEqualTo("not evaluated: miss");
    }

    @Test
    void an_acceptor_has_72_grade_c() {
        // Given: 101 cases: 40 points. 20 sent to verification, 17 in time: 85 %. 10 sent to the check, 8 in time: 80
        // %.
        var cases = new PeopleCases()
                .times(71, told -> told.takenInBy("agent"))
                .times(17, told -> told.takenInBy("agent").verificationSentBy("agent", true))
                .times(3, told -> told.takenInBy("agent").verificationSentBy("agent", false))
                .times(8, told -> told.takenInBy("agent").filedBy("leader").checkSentBy("agent", true))
                .times(2, told -> told.takenInBy("agent").filedBy("leader").checkSentBy("agent", false));

        // When
        var score = score("acceptor-index", cases.counts(Assessed.ACCEPTORS, "agent"));

        // Then: 0.25 × 40 + 0.4 × 85 + 0.35 × 80 = 10 + 34 + 28 = 72
        assertThat(score.score()).isEqualByComparingTo("72");
        assertThat(score.grade()).isEqualTo("C");
        assertThat(points(score)).containsExactly("40", "85", "80");
    }

    @Test
    void a_dispatcher_has_82_grade_b() {
        // Given: 320 cases: 60 points. 272 in time: 85 %. 16 came back and 16 were moved: 288 of 320 accurate, 90 %.
        // What a rule dispatched is nobody's.
        var cases = new PeopleCases()
                .times(240, told -> told.reported().filedBy("leader").dispatchedBy("d1", true))
                .times(48, told -> told.reported().filedBy("leader").dispatchedBy("d1", false))
                .times(16, told -> told.reported()
                        .filedBy("leader")
                        .dispatchedBy("d1", true)
                        .returned())
                .times(16, told -> told.reported()
                        .filedBy("leader")
                        .dispatchedBy("d1", true)
                        .moved())
                .times(9, told -> told.reported().filedBy("leader").dispatchedByRule());

        // When
        var score = score("dispatcher-index", cases.counts(Assessed.DISPATCHERS, "d1"));

        // Then: 0.2 × 60 + 0.4 × 85 + 0.4 × 90 = 12 + 34 + 36 = 82
        assertThat(score.score()).isEqualByComparingTo("82");
        assertThat(score.grade()).isEqualTo("B");
        assertThat(points(score)).containsExactly("60", "85", "90");
    }

    @Test
    void a_shift_leader_has_84_75_grade_b() {
        // Given: 20 filed, 18 in time: 90 %; 2 voided afterwards: 18 of 20 accurate, 90 %. Of the 18 others 15 were
        // handed back,
        // 12 of them in time and closed; 1 is overdue and open; so 16 are due to close, and 12 were closed in time: 75
        // %.
        var cases = new PeopleCases()
                .times(12, told -> told.reported()
                        .filedBy("leader")
                        .dispatchedByRule()
                        .handedBack(true)
                        .checkedBy("wang", true))
                .times(3, told -> told.reported()
                        .filedBy("leader")
                        .dispatchedByRule()
                        .handedBack(false)
                        .checkedBy("wang", true))
                .times(1, told -> told.reported()
                        .filedBy("leader")
                        .dispatchedByRule()
                        .overdue())
                .times(2, told -> told.reported().filedLateBy("leader").dispatchedByRule())
                .times(2, told -> told.reported().filedBy("leader").voidedBy("leader"))
                .times(4, told -> told.reported().filedByRule());

        // When
        var score = score("shift-leader-index", cases.counts(Assessed.SHIFT_LEADERS, "leader"));

        // Then: 0.25 × 90 + 0.4 × 90 + 0.35 × 75 = 22.5 + 36 + 26.25 = 84.75
        assertThat(score.score()).isEqualByComparingTo("84.75");
        assertThat(score.grade()).isEqualTo("B");
        assertThat(points(score)).containsExactly("90", "90", "75");
    }

    @Test
    void a_grid_has_79_grade_b() {
        // Given: 60 filed: 90 points; 12 of them public and verified: 20 %. 50 due to close, 45 closed: 90 %; 40 in
        // time: 80 %.
        var cases = new PeopleCases()
                .times(12, told -> told.reported()
                        .verifiedBy("wang", true)
                        .filedBy("leader")
                        .dispatchedByRule()
                        .handedBack(true)
                        .checkedBy("wang", true))
                .times(28, told -> told.foundBy("wang")
                        .filedBy("leader")
                        .dispatchedByRule()
                        .handedBack(true)
                        .checkedBy("wang", true))
                .times(5, told -> told.foundBy("wang")
                        .filedBy("leader")
                        .dispatchedByRule()
                        .handedBack(false)
                        .checkedBy("wang", true))
                .times(5, told -> told.foundBy("wang")
                        .filedBy("leader")
                        .dispatchedByRule()
                        .overdue())
                .times(10, told -> told.foundBy("wang").filedBy("leader").dispatchedByRule());

        // When
        var score = score("grid-index", cases.counts(Assessed.GRIDS, PeopleCases.GRID));

        // Then: 0.1 × 20 + 0.2 × 90 + 0.3 × 90 + 0.4 × 80 = 2 + 18 + 27 + 32 = 79
        assertThat(score.score()).isEqualByComparingTo("79");
        assertThat(score.grade()).isEqualTo("B");
        assertThat(points(score)).containsExactly("20", "90", "90", "80");
    }

    private static UnitScore score(String scheme, Counts counts) {
        var figures = new UnitFigures("one", counts, Map.of(), List.of(), List.of());
        return ShippedSchemes.compiled(scheme).score(List.of(figures)).get(0);
    }

    private static List<String> points(UnitScore score) {
        return score.line().parts().stream()
                .map(ScoreLine::points)
                .map(points -> points.stripTrailingZeros().toPlainString())
                .toList();
    }
}
