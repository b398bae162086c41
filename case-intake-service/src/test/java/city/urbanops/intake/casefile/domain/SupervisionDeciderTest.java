package city.urbanops.intake.casefile.domain;

import static city.urbanops.intake.casefile.domain.Cases.NOW;
import static city.urbanops.intake.casefile.domain.Cases.ROW;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.intake.casefile.domain.CaseChange.Closed;
import city.urbanops.intake.casefile.domain.CaseChange.Filed;
import city.urbanops.intake.casefile.domain.CaseChange.Linked;
import city.urbanops.intake.casefile.domain.CaseChange.ReworkRequested;
import city.urbanops.intake.casefile.domain.CaseChange.Verified;
import city.urbanops.intake.casefile.domain.ClosingCommand.FailCheck;
import city.urbanops.intake.casefile.domain.ClosingCommand.PassCheck;
import city.urbanops.intake.casefile.domain.ClosingCommand.Reopen;
import city.urbanops.intake.casefile.domain.Decision.Accepted;
import city.urbanops.intake.casefile.domain.Decision.BreaksRule;
import city.urbanops.intake.casefile.domain.Decision.NotNow;
import city.urbanops.intake.casefile.domain.FilingCommand.FileCase;
import city.urbanops.intake.casefile.domain.FilingCommand.Verify;
import city.urbanops.intake.casefile.domain.FilingCommand.VoidCase;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SupervisionDeciderTest {

    private static final Duration MONTH = Duration.ofDays(30);

    @Test
    void files_a_reported_case_under_the_chosen_row() {
        var decision = SupervisionDecider.decide(
                Cases.reportedCase(), new FileCase(ROW, Optional.empty(), "ok"), "leader", NOW);

        var accepted = accepted(decision);
        assertThat(accepted.next().phase()).isEqualTo(Phase.FILED);
        assertThat(accepted.next().filedAt()).isEqualTo(NOW);
        assertThat(accepted.next().conditionCode()).isEqualTo("1");
        assertThat(accepted.changes()).containsExactly(new Filed(ROW, NOW, "ok"));
    }

    @Test
    void links_what_repeats_an_open_case_by_the_class_it_is_given_now_and_keeps_the_words() {
        var link = new Linked(UUID.randomUUID(), true, "same class, 3 m away, 0 h apart");
        var filing = new FileCase(ROW, Optional.of(link), "ok");

        var late = accepted(SupervisionDecider.decide(Cases.unclassifiedCase(), filing, "leader", NOW));
        var known = accepted(SupervisionDecider.decide(Cases.reportedCase(), filing, "leader", NOW));

        assertThat(late.next().duplicateOf()).isEqualTo(link.parent());
        assertThat(late.next().classCode()).isEqualTo(ROW.classCode());
        assertThat(late.changes()).containsExactly(new Linked(link.parent(), true, link.reason() + "; ok"));
        assertThat(known.next().phase()).isEqualTo(Phase.FILED);
    }

    @Test
    void refuses_to_file_a_case_without_a_known_place() {
        var decision = SupervisionDecider.decide(
                Cases.reportedSomewhere(), new FileCase(ROW, Optional.empty(), null), "leader", NOW);

        assertThat(decision).isInstanceOfSatisfying(BreaksRule.class, rule -> assertThat(rule.field())
                .isEqualTo("areaCode"));
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, mode = EnumSource.Mode.EXCLUDE, names = "CHECKING")
    void passes_a_check_only_while_checking(Phase phase) {
        assertThat(SupervisionDecider.decide(Cases.in(phase), new PassCheck(null, false, null), "leader", NOW))
                .isInstanceOf(NotNow.class);
        assertThat(SupervisionDecider.decide(Cases.in(phase), new FailCheck("bad"), "leader", NOW))
                .isInstanceOf(NotNow.class);
    }

    @Test
    void closes_a_checked_case() {
        var accepted = accepted(
                SupervisionDecider.decide(Cases.in(Phase.CHECKING), new PassCheck(null, false, null), "leader", NOW));

        assertThat(accepted.next().phase()).isEqualTo(Phase.CLOSED);
        assertThat(accepted.changes()).containsExactly(new Closed(new Closure(ClosureKind.NORMAL, NOW), null));
    }

    @Test
    void a_failed_check_keeps_the_task_and_starts_a_new_round() {
        var checking = Cases.dispatchedCase().in(Phase.CHECKING);

        var accepted = accepted(SupervisionDecider.decide(checking, new FailCheck("still broken"), "leader", NOW));

        assertThat(accepted.next().phase()).isEqualTo(Phase.HANDLING);
        assertThat(accepted.next().round()).isEqualTo(2);
        assertThat(accepted.next().assignment()).isEqualTo(checking.assignment());
        assertThat(accepted.changes()).containsExactly(new ReworkRequested(1, "still broken", null));
    }

    @Test
    void demands_an_opinion_for_a_failed_check_and_for_voiding() {
        assertThat(SupervisionDecider.decide(Cases.in(Phase.CHECKING), new FailCheck(null), "leader", NOW))
                .isEqualTo(new BreaksRule("opinion", "is mandatory here"));
        assertThat(SupervisionDecider.decide(Cases.in(Phase.FILED), new VoidCase(null), "leader", NOW))
                .isEqualTo(new BreaksRule("opinion", "is mandatory here"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"CHECKING", "CLOSED", "VOID", "SUSPENDED"})
    void does_not_void_what_is_handled_or_ended(Phase phase) {
        assertThat(SupervisionDecider.decide(Cases.in(phase), new VoidCase("no"), "leader", NOW))
                .isInstanceOf(NotNow.class);
    }

    @Test
    void a_verified_case_is_filed_by_the_standing_rule_and_a_missing_one_waits() {
        var verifying = Cases.in(Phase.VERIFYING);

        var exists =
                accepted(SupervisionDecider.decide(verifying, new Verify(Finding.EXISTS, ROW, null), "leader", NOW));
        var missing = accepted(
                SupervisionDecider.decide(verifying, new Verify(Finding.NOT_EXISTS, ROW, null), "leader", NOW));

        assertThat(exists.next().phase()).isEqualTo(Phase.FILED);
        assertThat(exists.changes())
                .containsExactly(new Verified(Finding.EXISTS, null, null), new Filed(ROW, NOW, null));
        assertThat(missing.next().phase()).isEqualTo(Phase.REPORTED);
    }

    @Test
    void reopens_within_the_window_in_a_new_round_and_not_later() {
        var inTime = Cases.closedAt(NOW.minus(MONTH));
        var tooLate = Cases.closedAt(NOW.minus(MONTH).minusMillis(1));

        var accepted = accepted(SupervisionDecider.decide(inTime, new Reopen(ROW, MONTH, null), "leader", NOW));

        assertThat(accepted.next().phase()).isEqualTo(Phase.FILED);
        assertThat(accepted.next().round()).isEqualTo(2);
        assertThat(accepted.next().closure()).isNull();
        assertThat(accepted.next().filedAt()).isEqualTo(inTime.filedAt());
        assertThat(SupervisionDecider.decide(tooLate, new Reopen(ROW, MONTH, null), "leader", NOW))
                .isInstanceOf(NotNow.class);
    }

    @Test
    void nobody_acts_on_a_linked_report() {
        var linked = Cases.reportedCase().linkedTo(UUID.randomUUID());

        assertThat(SupervisionDecider.decide(linked, new FileCase(ROW, Optional.empty(), null), "leader", NOW))
                .isInstanceOf(NotNow.class);
    }

    private static Accepted accepted(Decision decision) {
        assertThat(decision).isInstanceOf(Accepted.class);
        return (Accepted) decision;
    }
}
