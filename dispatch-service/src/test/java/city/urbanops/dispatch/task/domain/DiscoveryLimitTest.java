package city.urbanops.dispatch.task.domain;

import static city.urbanops.dispatch.task.domain.Tasks.aDispatchedTask;
import static city.urbanops.dispatch.task.domain.Tasks.accepted;
import static city.urbanops.dispatch.task.domain.Tasks.after;
import static city.urbanops.dispatch.task.domain.Tasks.at;
import static city.urbanops.dispatch.task.domain.Tasks.moment;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.deadlines.TimeLimit;
import city.urbanops.deadlines.TrafficLight;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Limits that count from discovery. */
class DiscoveryLimitTest {

    private static final TimeLimit TWO_DAYS = TimeLimit.parse("2wd");

    @Test
    void the_earlier_of_both_deadlines_counts() {
        // Given: dispatched on Monday 09:00, due on Wednesday 09:00
        DiscoveryLimit sunday = seenAt("2026-11-01T20:00");
        DiscoveryLimit late = new DiscoveryLimit(at("2026-11-02T08:00"), TimeLimit.parse("3ud"), "r1", "test");

        // When
        HandlingClock byDiscovery = HandlingClock.started(TWO_DAYS, sunday, moment("2026-11-02T09:00"));
        HandlingClock ordinary = HandlingClock.started(TWO_DAYS, late, moment("2026-11-02T09:00"));

        // Then
        assertThat(byDiscovery.dueAt()).isEqualTo(at("2026-11-02T20:00"));
        assertThat(byDiscovery.startedAt()).isEqualTo(at("2026-11-02T09:00"));
        assertThat(byDiscovery.limit()).isEqualTo(TimeLimit.parse("24uh"));
        assertThat(ordinary).isEqualTo(HandlingClock.started(TWO_DAYS, moment("2026-11-02T09:00")));
        assertThat(sunday.explain(byDiscovery))
                .isEqualTo("Rule r1 gives 24uh from discovery at 2026-11-01T12:00:00Z (night patrol).");
        assertThat(late.explain(ordinary)).endsWith("; the filing condition's limit ends no later.");
    }

    @Test
    void what_was_seen_long_ago_is_overdue_when_it_is_dispatched() {
        HandlingClock clock = HandlingClock.started(TWO_DAYS, seenAt("2026-10-30T20:00"), moment("2026-11-02T09:00"));

        assertThat(clock.dueAt()).isEqualTo(at("2026-10-31T20:00"));
        assertThat(clock.isOver(at("2026-11-02T09:00"))).isTrue();
    }

    @Test
    void suspension_and_extension_move_it_from_the_discovery() {
        // Given
        Task task = after(
                aDispatchedTask()
                        .with(HandlingClock.started(TWO_DAYS, seenAt("2026-11-01T20:00"), moment("2026-11-02T09:00"))),
                DeskSteps.sign(null),
                "2026-11-02T09:10");

        // When
        Task suspended = after(task, ClockSteps.suspend(at("2026-11-04T10:00"), null), "2026-11-02T10:00");
        Task resumed = after(suspended, ClockSteps.resume(null), "2026-11-02T13:00");
        Task extended = accepted(ClockSteps.extend(null).decide(resumed, moment("2026-11-02T14:00")))
                .task();

        // Then
        assertThat(resumed.clock().dueAt()).isEqualTo(at("2026-11-02T23:00"));
        assertThat(extended.clock().dueAt()).isEqualTo(at("2026-11-03T23:00"));
        assertThat(extended.clock().countedFrom()).isEqualTo(at("2026-11-01T20:00"));
    }

    @Test
    void the_light_and_the_ladder_go_by_it() {
        // Given: 80 % of the 24 hours are over at 15:12
        Ladder warning = new Ladder(List.of(new EscalationStep(1, "80%", "the unit", "test")));
        Moment start = moment("2026-11-02T09:00", warning);

        // When
        HandlingClock clock = HandlingClock.started(TWO_DAYS, seenAt("2026-11-01T20:00"), start);

        // Then
        assertThat(clock.escalatesAt()).isEqualTo(at("2026-11-02T15:12"));
        assertThat(clock.light(start.calendar(), at("2026-11-02T15:12"))).isEqualTo(TrafficLight.GREEN);
        assertThat(clock.light(start.calendar(), at("2026-11-02T15:13"))).isEqualTo(TrafficLight.YELLOW);
        assertThat(clock.light(start.calendar(), at("2026-11-02T20:01"))).isEqualTo(TrafficLight.RED);
    }

    private static DiscoveryLimit seenAt(String local) {
        return new DiscoveryLimit(at(local), TimeLimit.parse("24uh"), "r1", "night patrol");
    }
}
