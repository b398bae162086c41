package city.urbanops.intake.casefile.domain;

import static city.urbanops.intake.casefile.domain.Cases.NOW;
import static city.urbanops.intake.casefile.domain.Cases.ROW;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.intake.casefile.domain.CaseChange.CheckRequested;
import city.urbanops.intake.casefile.domain.CaseChange.Closed;
import city.urbanops.intake.casefile.domain.CaseChange.Filed;
import city.urbanops.intake.casefile.domain.CaseChange.Reopened;
import city.urbanops.intake.casefile.domain.CaseChange.Revisited;
import city.urbanops.intake.casefile.domain.CaseChange.ReworkRequested;
import city.urbanops.intake.casefile.domain.ClosingCommand.CloseAsSelfHandled;
import city.urbanops.intake.casefile.domain.ClosingCommand.FailCheck;
import city.urbanops.intake.casefile.domain.ClosingCommand.ForceClose;
import city.urbanops.intake.casefile.domain.ClosingCommand.PassCheck;
import city.urbanops.intake.casefile.domain.ClosingCommand.Reopen;
import city.urbanops.intake.casefile.domain.ClosingCommand.RequestCheck;
import city.urbanops.intake.casefile.domain.ClosingCommand.Revisit;
import city.urbanops.intake.casefile.domain.Decision.Accepted;
import city.urbanops.intake.casefile.domain.Decision.BreaksRule;
import city.urbanops.intake.casefile.domain.Decision.NotNow;
import city.urbanops.intake.casefile.domain.FilingCommand.Ask;
import city.urbanops.intake.casefile.domain.FilingCommand.RefuseRequest;
import city.urbanops.intake.casefile.domain.FilingCommand.VoidCase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClosingDeciderTest {

    private static final Duration MONTH = Duration.ofDays(30);

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CLOSED", "VOID"})
    void a_leader_closes_any_open_case_with_a_reason(Phase phase) {
        var accepted = accepted(Cases.in(phase), new ForceClose("demolished long ago"), "leader");

        assertThat(accepted.next().closure()).isEqualTo(new Closure(ClosureKind.FORCED, NOW));
        assertThat(decide(Cases.in(phase), new ForceClose(null), "leader")).isInstanceOf(BreaksRule.class);
    }

    @Test
    void somebody_is_sent_to_check_once_a_round_within_a_limit_from_the_hand_back() {
        var limits = new StageLimits(
                Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofMinutes(30), Duration.ofMinutes(15));
        var checkDueAt = NOW.plus(Duration.ofMinutes(20));
        var checking = Cases.in(Phase.CHECKING).stage(checkDueAt, null);

        var sent = accepted(checking, new RequestCheck(limits, "the kerb"), "agent");

        assertThat(sent.changes()).containsExactly(new CheckRequested("the kerb", NOW.plus(Duration.ofMinutes(5))));
        assertThat(sent.next().supervision().stageDueAt()).isEqualTo(checkDueAt);
        assertThat(decide(sent.next(), new RequestCheck(limits, null), "agent"))
                .isInstanceOfSatisfying(
                        NotNow.class, refusal -> assertThat(refusal.reason()).isEqualTo("check-sent"));
        assertThat(decide(sent.next().reworked(), new RequestCheck(limits, null), "agent"))
                .isInstanceOf(NotNow.class);
        assertThat(accepted(sent.next(), new FailCheck("not yet"), "checker").changes())
                .containsExactly(new ReworkRequested(1, "not yet", checkDueAt));
    }

    @Test
    void whoever_asked_does_not_grant() {
        var waiting = accepted(
                        Cases.in(Phase.HANDLING), new Ask(PendingRequest.Kind.FORCED_CLOSE, "no owner"), "leader-a")
                .next();

        assertThat(decide(waiting, new ForceClose("granted"), "leader-a"))
                .isInstanceOfSatisfying(
                        NotNow.class, refusal -> assertThat(refusal.reason()).isEqualTo("own-request"));
        assertThat(accepted(waiting, new ForceClose("granted"), "leader-b")
                        .next()
                        .supervision()
                        .request())
                .isNull();
    }

    @Test
    void a_request_waits_once_and_can_be_refused_with_an_opinion() {
        var ask = new Ask(PendingRequest.Kind.VOID, "nothing there");
        var waiting = accepted(Cases.reportedCase(), ask, "agent").next();

        assertThat(decide(waiting, ask, "agent")).isInstanceOf(NotNow.class);
        assertThat(decide(waiting, new RefuseRequest(null), "leader")).isEqualTo(BreaksRule.opinionMissing());
        assertThat(accepted(waiting, new RefuseRequest("look again"), "leader")
                        .next()
                        .supervision()
                        .request())
                .isNull();
        assertThat(accepted(waiting, new VoidCase("agreed"), "leader").next().phase())
                .isEqualTo(Phase.VOID);
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"REPORTED", "VERIFYING"})
    void nothing_filed_is_closed_as_put_right_by_the_patrol(Phase phase) {
        assertThat(decide(Cases.in(phase), new CloseAsSelfHandled("swept"), "patrol"))
                .isInstanceOf(NotNow.class);
    }

    @Test
    void photos_must_show_the_closing_condition_at_the_same_place() {
        var checking = Cases.dispatchedCase().in(Phase.CHECKING);
        var elsewhere = new PhotoComparison(List.of("a"), List.of("b"), false, true);
        var good = new PhotoComparison(List.of("a"), List.of("b"), true, true);

        assertThat(decide(checking, new PassCheck(elsewhere, false, null), "checker"))
                .isInstanceOf(BreaksRule.class);
        assertThat(decide(checking, new PassCheck(null, true, null), "checker")).isInstanceOf(BreaksRule.class);
        assertThat(accepted(checking, new PassCheck(good, true, null), "checker")
                        .next()
                        .phase())
                .isEqualTo(Phase.CLOSED);
    }

    @Test
    void a_case_that_is_not_resolved_is_sent_back_with_the_opinion() {
        var closed = Cases.closedAt(NOW.minusSeconds(60));

        var accepted = accepted(closed, new Revisit(false, false, ROW, MONTH, "still broken"), "agent");

        assertThat(accepted.next().phase()).isEqualTo(Phase.FILED);
        assertThat(accepted.next().round()).isEqualTo(2);
        assertThat(accepted.changes())
                .containsExactly(new Revisited(false, false, "still broken"), new Reopened(ROW, NOW, "still broken"));
        assertThat(decide(closed, new Revisit(true, false, ROW, MONTH, null), "agent"))
                .isEqualTo(BreaksRule.opinionMissing());
    }

    @Test
    void a_satisfied_reporter_is_asked_once_a_round() {
        var revisit = new Revisit(true, true, ROW, MONTH, null);

        var asked =
                accepted(Cases.closedAt(NOW.minusSeconds(60)), revisit, "agent").next();

        assertThat(asked.phase()).isEqualTo(Phase.CLOSED);
        assertThat(decide(asked, revisit, "agent")).isInstanceOf(NotNow.class);
    }

    @Test
    void a_case_closed_without_ever_being_filed_is_filed_when_it_is_opened_again() {
        var self = accepted(Cases.reportedCase(), new CloseAsSelfHandled("swept"), "patrol")
                .next();

        var reopened = accepted(self, new Reopen(ROW, MONTH, "not swept"), "leader");

        assertThat(reopened.changes()).extracting(Object::getClass).isEqualTo(List.of(Filed.class));
        assertThat(self.closure()).isEqualTo(new Closure(ClosureKind.SELF, NOW));
        assertThat(reopened.next().closure()).isNull();
    }

    @Test
    void the_check_keeps_when_it_was_due() {
        var clock = new StageClock(new StageLimits(
                Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofMinutes(30), Duration.ofMinutes(15)));
        var checking = clock.set(Cases.dispatchedCase(), Cases.dispatchedCase().in(Phase.CHECKING), NOW);

        var changes =
                accepted(checking, new PassCheck(null, false, null), "checker").changes();

        assertThat(((Closed) changes.get(0)).checkDueAt()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
    }

    private static Decision decide(CaseFile file, CaseCommand command, String actor) {
        return SupervisionDecider.decide(file, command, actor, NOW);
    }

    private static Accepted accepted(CaseFile file, CaseCommand command, String actor) {
        var decision = decide(file, command, actor);
        assertThat(decision).isInstanceOf(Accepted.class);
        return (Accepted) decision;
    }
}
