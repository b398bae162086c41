package city.urbanops.metrics.domain;

import static city.urbanops.metrics.domain.Stories.CASE;
import static city.urbanops.metrics.domain.Stories.DUST;
import static city.urbanops.metrics.domain.Stories.at;
import static city.urbanops.metrics.domain.Stories.fold;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What of a case counts for whom. */
class SharesTest {

    private static final Subject FOUND = new Subject("E0304", "450202001001001", "CITY_PATROL");

    @Test
    void each_of_two_who_checked_has_the_own_check() {
        // Given: the first check came in time and failed, the second passed and was late
        var fact = fold(List.of(
                by("agent", 1, "08:00").reported(DUST, false, true),
                by("leader", 1, "08:10").filed(DUST, at("08:10"), false, at("08:15")),
                by("quick", 1, "10:00").reworkRequested(DUST, 1, at("10:30")),
                by("slow", 2, "12:00").closed(DUST, new Ending(Ending.Kind.NORMAL, at("12:00")), at("11:30"))));

        // Then
        assertThat(share(fact, Assessed.SUPERVISORS, "quick"))
                .containsExactlyInAnyOrder(CaseSet.CHECK_DUE, CaseSet.CHECKED_IN_TIME);
        assertThat(share(fact, Assessed.SUPERVISORS, "slow")).containsExactly(CaseSet.CHECK_DUE);
        assertThat(CaseSet.of(fact)).contains(CaseSet.CHECK_DUE).doesNotContain(CaseSet.CHECKED_IN_TIME);
    }

    @Test
    void a_person_is_late_with_a_case_if_one_of_the_own_steps_was() {
        // Given
        var fact = fold(List.of(
                by("agent", 1, "08:00").reported(DUST),
                by("checker", 1, "10:40").reworkRequested(DUST, 1, at("10:30")),
                by("checker", 2, "12:00").closed(DUST, new Ending(Ending.Kind.NORMAL, at("12:00")), at("12:30"))));

        // Then
        assertThat(share(fact, Assessed.SUPERVISORS, "checker")).containsExactly(CaseSet.CHECK_DUE);
    }

    @Test
    void an_event_without_a_due_instant_is_neither_in_time_nor_late() {
        // Given: as versions before told it
        var fact = fold(List.of(
                by("agent", 1, "08:00").reported(DUST, false),
                by("patrol", 1, "08:05").verified(DUST, true),
                by("leader", 1, "08:10").filed(DUST, at("08:10")),
                by("checker", 1, "10:40").reworkRequested(DUST, 1)));

        // Then
        assertThat(Shares.of(fact).keySet()).extracting(Shares.Holder::kind).containsOnly(Assessed.GRIDS);
        assertThat(CaseSet.of(fact))
                .doesNotContain(CaseSet.VERIFY_DUE, CaseSet.FILING_DUE, CaseSet.ACCEPTED, CaseSet.CHECK_DUE);
    }

    @Test
    void what_a_patrol_found_is_valid_as_long_as_it_is_filed() {
        // Given
        var reported = by("patrol", 1, "08:00").reported(FOUND, false, true);
        var filed = fold(List.of(reported, by("leader", 1, "08:10").filed(FOUND, at("08:10"), false, at("08:15"))));

        // Then
        assertThat(share(reported, Assessed.SUPERVISORS, "patrol")).containsExactly(CaseSet.FOUND_BY_PATROL);
        assertThat(share(filed, Assessed.SUPERVISORS, "patrol"))
                .containsExactlyInAnyOrder(CaseSet.FOUND_BY_PATROL, CaseSet.FOUND_VALIDLY);
        assertThat(share(filed, Assessed.SHIFT_LEADERS, "leader"))
                .containsExactlyInAnyOrder(
                        CaseSet.EVER_FILED, CaseSet.FILED, CaseSet.FILING_DUE, CaseSet.FILED_IN_TIME);

        // When: it turns out not to have been fit for filing
        var voided = filed.merge(by("leader", 1, "09:00").voided(FOUND));

        // Then
        assertThat(share(voided, Assessed.SUPERVISORS, "patrol")).containsExactly(CaseSet.FOUND_BY_PATROL);
        assertThat(share(voided, Assessed.SHIFT_LEADERS, "leader"))
                .containsExactlyInAnyOrder(CaseSet.EVER_FILED, CaseSet.FILING_DUE, CaseSet.FILED_IN_TIME);
    }

    @Test
    void who_chose_the_wrong_unit_is_told_from_who_chose_the_right_one() {
        // Given
        var returned = fold(List.of(
                by("agent", 1, "08:00").reported(DUST),
                by("leader", 1, "08:10").filed(DUST, at("08:10")),
                by("first", 1, "08:20").dispatched("water", at("16:00"), false, at("08:25")),
                by("boss", 1, "09:00").returned(),
                by("second", 1, "09:30").dispatched("sanitation", at("16:00"), false, at("09:15"))));

        // Then
        assertThat(share(returned, Assessed.DISPATCHERS, "first"))
                .containsExactlyInAnyOrder(CaseSet.DISPATCHED, CaseSet.DISPATCH_DUE, CaseSet.DISPATCHED_IN_TIME);
        assertThat(share(returned, Assessed.DISPATCHERS, "second"))
                .containsExactlyInAnyOrder(CaseSet.DISPATCHED, CaseSet.DISPATCHED_ACCURATELY, CaseSet.DISPATCH_DUE);
        assertThat(Shares.of(returned)).doesNotContainKey(new Shares.Holder(Assessed.DISPATCHERS, "boss"));

        // When: it is opened again, and another unit gives it back
        var reopened = returned.merge(by("leader", 2, "17:00").reopened(DUST))
                .merge(by("third", 2, "17:10").dispatched("water", at("18:00"), false, null))
                .merge(by("boss", 2, "17:20").transferred("sanitation", at("18:00")));

        // Then
        assertThat(share(reopened, Assessed.DISPATCHERS, "second")).contains(CaseSet.DISPATCHED_ACCURATELY);
        assertThat(share(reopened, Assessed.DISPATCHERS, "third")).containsExactly(CaseSet.DISPATCHED);
    }

    @Test
    void a_rule_that_dispatches_is_nobody() {
        var fact = fold(List.of(
                by("agent", 1, "08:00").reported(DUST),
                by("dispatch", 1, "08:20").dispatched("water", at("16:00"), true, null)));

        assertThat(Shares.of(fact).keySet()).extracting(Shares.Holder::kind).containsOnly(Assessed.GRIDS);
    }

    @Test
    void a_case_counts_once_for_an_acceptor_however_much_was_sent() {
        var fact = fold(List.of(
                by("agent", 1, "08:00").reported(DUST, false, true),
                by("agent", 1, "08:20").verificationRequested(at("08:15")),
                by("agent", 1, "10:05").checkRequested(at("10:15"))));

        assertThat(share(fact, Assessed.ACCEPTORS, "agent"))
                .containsExactlyInAnyOrder(
                        CaseSet.ACCEPTED, CaseSet.VERIFY_SEND_DUE, CaseSet.CHECK_SEND_DUE, CaseSet.CHECK_SENT_IN_TIME);
    }

    @Test
    void a_grid_has_all_sets_of_its_cases_and_a_larger_area_is_none() {
        var grid = by("", 1, "08:00").reported(DUST);
        var district = by("", 1, "08:00").reported(new Subject("E0304", "450202", "CITIZEN_APP"));

        assertThat(share(grid, Assessed.GRIDS, "450202001001001")).containsExactly(CaseSet.REPORTED);
        assertThat(Shares.of(district)).isEmpty();
    }

    @Property(tries = 200)
    void steps_are_read_back_as_they_were_stored_however_they_came(@ForAll long seed) {
        // Given
        var random = new Random(seed);
        var steps = new ArrayList<Steps>();
        for (int i = 0; i < 12; i++) {
            steps.add(Steps.of(new Step(
                    List.of(Stage.values()).get(random.nextInt(Stage.values().length)),
                    Stamp.of(1 + random.nextInt(3), at("08:00").plusNanos(random.nextInt(2_000_000))),
                    List.of("", "zhang san", "li-4").get(random.nextInt(3)),
                    random.nextBoolean() ? null : at("09:00").plusNanos(random.nextInt()))));
        }
        var expected = steps.stream().reduce(Steps.NONE, Steps::merge);

        // When
        var again = new ArrayList<>(steps);
        again.addAll(steps.subList(0, 6));
        Collections.shuffle(again, random);

        // Then
        var merged = again.stream().reduce(Steps.NONE, Steps::merge);
        assertThat(merged).isEqualTo(expected);
        assertThat(Steps.parse(merged.text())).isEqualTo(expected);
    }

    private static Set<CaseSet> share(CaseFact fact, Assessed kind, String key) {
        return CaseSet.ofMask(Shares.of(fact).getOrDefault(new Shares.Holder(kind, key), 0L));
    }

    private static Occurrence by(String account, int round, String time) {
        return new Occurrence(CASE, round, at(time), account);
    }
}
