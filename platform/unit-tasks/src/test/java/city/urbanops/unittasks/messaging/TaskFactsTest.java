package city.urbanops.unittasks.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.cases.CaseContext;
import city.urbanops.contracts.cases.CaseEvent;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.CaseVoided;
import city.urbanops.contracts.cases.TaskDispatched;
import city.urbanops.contracts.cases.TaskTransferred;
import city.urbanops.contracts.cases.Workplace;
import city.urbanops.kit.inbox.ReceivedEvent;
import city.urbanops.unittasks.domain.TaskFact;
import city.urbanops.unittasks.domain.UnitTask;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskFactsTest {

    private static final Instant DUE = Instant.parse("2026-03-02T04:00:00Z");
    private static final UUID TASK = UUID.fromString("0195550a-0000-7000-8000-000000000002");
    private static final UUID CASE = UUID.fromString("0195550a-0000-7000-8000-000000000001");
    private static final CaseContext CONTEXT =
            new CaseContext(CASE, TASK, 2, "E0304", "450203001001001", "DUST_MONITOR", "urban-enforcement", "dispatch");

    private final TaskFacts facts = new TaskFacts(Workplace.ENFORCEMENT);

    @Test
    void a_task_for_the_workplace_is_given() {
        // When
        var fact = facts.of(event(CaseEvents.TASK_DISPATCHED, dispatched(Workplace.ENFORCEMENT)));

        // Then
        assertThat(fact)
                .contains(new TaskFact.Given(new UnitTask(
                        TASK,
                        CASE,
                        "no",
                        "urban-enforcement",
                        "E0304",
                        "450203001001001",
                        "DUST_MONITOR",
                        DUE,
                        null,
                        2,
                        "dust")));
    }

    @Test
    void a_task_for_another_workplace_is_no_fact() {
        // When
        var fact = facts.of(event(CaseEvents.TASK_DISPATCHED, dispatched(Workplace.SANITATION)));

        // Then
        assertThat(fact).isEmpty();
    }

    @Test
    void a_transfer_to_another_workplace_takes_the_task_away() {
        // When
        var fact = facts.of(event(
                CaseEvents.TASK_TRANSFERRED,
                new TaskTransferred(CONTEXT, "parks", Workplace.TASK_DESK, DUE, "no", "dust", "not ours")));

        // Then
        assertThat(fact).contains(new TaskFact.TakenAway(CASE, Optional.of(TASK), 2));
    }

    @Test
    void a_void_case_takes_all_its_tasks_away() {
        // When
        var fact = facts.of(event(CaseEvents.CASE_VOIDED, new CaseVoided(CONTEXT, "a duplicate")));

        // Then
        assertThat(fact).contains(new TaskFact.TakenAway(CASE, Optional.empty(), 2));
    }

    @Test
    void the_context_of_what_a_unit_says_is_the_task_s() {
        // When
        var context = TaskContexts.of(
                ((TaskFact.Given) facts.of(event(CaseEvents.TASK_DISPATCHED, dispatched(Workplace.ENFORCEMENT)))
                                .orElseThrow())
                        .task(),
                "dispatch");

        // Then
        assertThat(context).isEqualTo(CONTEXT);
    }

    private static TaskDispatched dispatched(Workplace workplace) {
        return new TaskDispatched(CONTEXT, "no", workplace, "5wd", null, DUE, true, List.of(), "dust", "theirs");
    }

    private static <T extends CaseEvent> ReceivedEvent event(EventType<T> type, T payload) {
        return new ReceivedEvent(UUID.randomUUID(), type, "/urbanops/dispatch", CASE.toString(), DUE, payload, null);
    }
}
