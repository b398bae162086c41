package city.urbanops.unittasks.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.unittasks.domain.Errand;
import city.urbanops.unittasks.domain.Errand.State;
import city.urbanops.unittasks.domain.Mirrored.Reason;
import city.urbanops.unittasks.domain.TaskFact;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

class FollowTasksTest {

    private final Kept kept = new Kept();
    private final FollowTasks<Errand> follow = new FollowTasks<>(kept, Errand::begun);

    @Test
    void facts_of_one_batch_build_on_each_other() {
        // Given
        var task = Errand.taskOf("parks", 1);

        // When
        var ignored = handle(
                new TaskFact.Given(task),
                new TaskFact.Suspended(Errand.CASE, Optional.of(Errand.TASK), 1, Errand.DUE),
                new TaskFact.TakenAway(Errand.CASE, Optional.of(Errand.TASK), 1));

        // Then
        assertThat(ignored).isEmpty();
        assertThat(kept.saved).containsExactly(new Errand(task.timed(Errand.DUE, Errand.DUE), State.DROPPED));
    }

    @Test
    void a_fact_before_the_task_is_given_changes_nothing() {
        // Given
        var task = Errand.taskOf("parks", 1);

        // When
        var ignored = handle(new TaskFact.CaseClosed(Errand.CASE, 1), new TaskFact.Given(task));

        // Then
        assertThat(ignored).containsExactly(Reason.NOT_OURS);
        assertThat(kept.saved).containsExactly(Errand.begun(task));
    }

    @Test
    void the_end_of_a_case_ends_all_its_work_and_no_other() {
        // Given
        var one = kept.has(UUID.randomUUID(), Errand.CASE, State.TAKEN);
        var two = kept.has(UUID.randomUUID(), Errand.CASE, State.DONE);
        var ended = kept.has(UUID.randomUUID(), Errand.CASE, State.DROPPED);
        var elsewhere = kept.has(UUID.randomUUID(), UUID.randomUUID(), State.TAKEN);

        // When
        var ignored = handle(
                new TaskFact.CaseClosed(Errand.CASE, 1),
                new TaskFact.Extended(elsewhere.task().caseId(), Optional.of(Errand.TASK), 1, Errand.DUE));

        // Then
        assertThat(kept.saved).containsExactly(one.closed(), two.closed());
        assertThat(ignored).containsExactly(Reason.ENDED, Reason.NOT_OURS);
        assertThat(kept.works).containsValues(ended, elsewhere);
    }

    @Test
    void nothing_is_asked_of_the_store_without_facts() {
        // When
        var ignored = handle();

        // Then
        assertThat(ignored).isEmpty();
        assertThat(kept.asked).isZero();
    }

    private List<Reason> handle(TaskFact... facts) {
        return follow.handle(null, List.of(facts)).subscribeAsCompletionStage().join();
    }

    /** A store in memory. */
    private static final class Kept implements WorkStore<Errand> {

        private final Map<UUID, Errand> works = new LinkedHashMap<>();
        private final List<Errand> saved = new ArrayList<>();
        private int asked;

        private Errand has(UUID taskId, UUID caseId, State state) {
            var work = new Errand(Errand.taskOf(taskId, caseId), state);
            works.put(taskId, work);
            return work;
        }

        @Override
        public Uni<List<Errand>> lockOfCases(Mutiny.StatelessSession session, Collection<UUID> caseIds) {
            asked++;
            return Uni.createFrom()
                    .item(works.values().stream()
                            .filter(work -> caseIds.contains(work.task().caseId()))
                            .toList());
        }

        @Override
        public Uni<Void> saveAll(Mutiny.StatelessSession session, Collection<Errand> changed) {
            saved.addAll(changed);
            return Uni.createFrom().voidItem();
        }
    }
}
