package city.urbanops.dispatch.task.domain;

import static city.urbanops.dispatch.task.domain.Tasks.TASK_ID;
import static city.urbanops.dispatch.task.domain.Tasks.aHandedBackTask;
import static city.urbanops.dispatch.task.domain.Tasks.aSignedTask;
import static city.urbanops.dispatch.task.domain.Tasks.accepted;
import static city.urbanops.dispatch.task.domain.Tasks.after;
import static city.urbanops.dispatch.task.domain.Tasks.at;
import static city.urbanops.dispatch.task.domain.Tasks.dispatchedTo;
import static city.urbanops.dispatch.task.domain.Tasks.moment;
import static city.urbanops.dispatch.task.domain.Tasks.notNow;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FollowedFactsTest {

    private static final FactOrigin ORIGIN = new FactOrigin(TASK_ID, "urban-enforcement", 1);
    private static final Instant HANDLED_AT = at("2026-11-02T11:00");

    @Test
    void a_start_on_site_signs_the_task() {
        // When
        Decision.Accepted signed = accepted(FollowedFacts.siteStarted(ORIGIN, "going")
                .decide(dispatchedTo(Tasks.ENFORCEMENT), moment("2026-11-02T09:30")));

        // Then
        assertThat(signed.task().state()).isEqualTo(TaskState.HANDLING);
        assertThat(signed.events()).containsExactly(new TaskEvent.Signed(at("2026-11-02T09:30"), "going"));
    }

    @Test
    void handling_on_site_hands_the_task_back_at_the_time_it_was_done() {
        // When
        Decision.Accepted done = accepted(FollowedFacts.siteHandled(ORIGIN, HANDLED_AT, "done")
                .decide(aStartedTask(), moment("2026-11-02T11:05")));

        // Then
        assertThat(done.task().state()).isEqualTo(TaskState.HANDED_BACK);
        assertThat(done.events()).containsExactly(new TaskEvent.HandedBack(HANDLED_AT, "done"));
    }

    @Test
    void handling_without_a_start_signs_and_hands_back() {
        // When
        Decision.Accepted done = accepted(FollowedFacts.siteHandled(ORIGIN, HANDLED_AT, "done")
                .decide(dispatchedTo(Tasks.ENFORCEMENT), moment("2026-11-02T11:05")));

        // Then
        assertThat(done.events())
                .containsExactly(
                        new TaskEvent.Signed(HANDLED_AT, "done"), new TaskEvent.HandedBack(HANDLED_AT, "done"));
    }

    @Test
    void work_done_on_site_counts_while_a_return_waits() {
        // Given
        Task asked = after(aStartedTask(), ReturnSteps.request("not ours"), "2026-11-02T10:00");

        // When
        Task done = after(asked, FollowedFacts.siteHandled(ORIGIN, HANDLED_AT, null), "2026-11-02T11:05");

        // Then
        assertThat(done.state()).isEqualTo(TaskState.HANDED_BACK);
        assertThat(done.progress().returnOpinion()).isNull();
        assertThat(done.clock().dueAt()).isEqualTo(at("2026-11-02T16:00"));
    }

    @Test
    void a_start_while_a_return_waits_is_remembered_for_a_refusal() {
        // Given
        Task asked = after(dispatchedTo(Tasks.ENFORCEMENT), ReturnSteps.request("not ours"), "2026-11-02T10:00");

        // When
        Task started = after(asked, FollowedFacts.siteStarted(ORIGIN, null), "2026-11-02T10:05");

        // Then
        assertThat(started.state()).isEqualTo(TaskState.RETURN_REQUESTED);
        assertThat(after(started, ReturnSteps.reject("yours"), "2026-11-02T10:10")
                        .state())
                .isEqualTo(TaskState.HANDLING);
    }

    static Stream<FactOrigin> strangeOrigins() {
        return Stream.of(
                new FactOrigin(TASK_ID, "urban-enforcement", 2),
                new FactOrigin(TASK_ID, "sanitation", 1),
                new FactOrigin(UUID.fromString("0199a000-0000-7000-8000-0000000000ff"), "urban-enforcement", 1));
    }

    @ParameterizedTest
    @MethodSource("strangeOrigins")
    void ignores_facts_of_another_round_unit_or_task(FactOrigin origin) {
        assertThat(notNow(FollowedFacts.siteStarted(origin, null)
                        .decide(dispatchedTo(Tasks.ENFORCEMENT), moment("2026-11-02T09:30"))))
                .isEqualTo(FollowedFacts.SUPERSEDED);
        assertThat(notNow(FollowedFacts.siteHandled(origin, HANDLED_AT, null)
                        .decide(aStartedTask(), moment("2026-11-02T11:05"))))
                .isEqualTo(FollowedFacts.SUPERSEDED);
    }

    @Test
    void ignores_a_second_start_and_a_second_report() {
        // Given
        Task done = after(aStartedTask(), FollowedFacts.siteHandled(ORIGIN, HANDLED_AT, null), "2026-11-02T11:05");

        // Then
        assertThat(notNow(FollowedFacts.siteStarted(ORIGIN, null).decide(aStartedTask(), moment("2026-11-02T11:06"))))
                .isEqualTo(FollowedFacts.SUPERSEDED);
        assertThat(notNow(FollowedFacts.siteHandled(ORIGIN, HANDLED_AT, null).decide(done, moment("2026-11-02T11:06"))))
                .isEqualTo(FollowedFacts.SUPERSEDED);
    }

    @Test
    void rework_goes_on_in_the_new_round_with_the_old_deadline() {
        // When
        Decision.Accepted rework =
                accepted(FollowedFacts.reworkRequested(2).decide(aHandedBackTask(), moment("2026-11-02T14:00")));

        // Then
        assertThat(rework.task().state()).isEqualTo(TaskState.HANDLING);
        assertThat(rework.task().round()).isEqualTo(2);
        assertThat(rework.task().timerAt()).isEqualTo(at("2026-11-02T15:00"));
        assertThat(rework.events()).isEmpty();
    }

    @Test
    void ignores_rework_of_the_same_round_or_of_what_was_not_handed_back() {
        assertThat(notNow(FollowedFacts.reworkRequested(1).decide(aHandedBackTask(), moment("2026-11-02T14:00"))))
                .isEqualTo(FollowedFacts.SUPERSEDED);
        assertThat(notNow(FollowedFacts.reworkRequested(2).decide(aSignedTask(), moment("2026-11-02T14:00"))))
                .isEqualTo(FollowedFacts.SUPERSEDED);
    }

    @Test
    void the_end_of_the_case_closes_handled_work_quietly() {
        // When
        Decision.Accepted closed =
                accepted(FollowedFacts.caseEnded(1, "closed").decide(aHandedBackTask(), moment("2026-11-02T16:00")));

        // Then
        assertThat(closed.task().state()).isEqualTo(TaskState.CLOSED);
        assertThat(closed.task().progress().endedAt()).isEqualTo(at("2026-11-02T16:00"));
        assertThat(closed.events()).isEmpty();
    }

    @Test
    void the_end_of_the_case_withdraws_what_was_not_handled() {
        // When
        Decision.Accepted withdrawn =
                accepted(FollowedFacts.caseEnded(1, "voided").decide(aSignedTask(), moment("2026-11-02T16:00")));

        // Then
        assertThat(withdrawn.task().state()).isEqualTo(TaskState.WITHDRAWN);
        assertThat(withdrawn.task().timerAt()).isNull();
        assertThat(withdrawn.events()).containsExactly(new TaskEvent.Withdrawn(at("2026-11-02T16:00"), "voided"));
    }

    @Test
    void ignores_the_end_of_an_older_round() {
        // Given
        Task inSecondRound = after(aHandedBackTask(), FollowedFacts.reworkRequested(2), "2026-11-02T14:00");

        // Then
        assertThat(notNow(FollowedFacts.caseEnded(1, "closed").decide(inSecondRound, moment("2026-11-02T16:00"))))
                .isEqualTo(FollowedFacts.SUPERSEDED);
    }

    private static Task aStartedTask() {
        return after(dispatchedTo(Tasks.ENFORCEMENT), FollowedFacts.siteStarted(ORIGIN, null), "2026-11-02T09:30");
    }
}
