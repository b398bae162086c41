package city.urbanops.dispatch.task.application;

import city.urbanops.deadlines.Deadlines;
import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.dispatch.city.domain.City;
import city.urbanops.dispatch.learning.application.AdviseUnit;
import city.urbanops.dispatch.learning.domain.Advice;
import city.urbanops.dispatch.routing.domain.Explanation;
import city.urbanops.dispatch.routing.domain.Routing;
import city.urbanops.dispatch.routing.domain.RoutingQuestion;
import city.urbanops.dispatch.routing.persistence.Explanations;
import city.urbanops.dispatch.task.domain.Delegation;
import city.urbanops.dispatch.task.domain.FiledFacts;
import city.urbanops.dispatch.task.domain.Task;
import city.urbanops.dispatch.task.domain.TaskEvent;
import city.urbanops.dispatch.task.domain.WaitingCase;
import city.urbanops.dispatch.task.persistence.DispatchQueue;
import city.urbanops.dispatch.task.persistence.FiledCases;
import city.urbanops.dispatch.task.persistence.TaskDelegations;
import city.urbanops.dispatch.task.persistence.TaskRecords;
import city.urbanops.kit.ids.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** What follows from a person's step beside the task itself: records, explanations, the queue, and the news for others. */
@Singleton
class StepEffects {

    private final TaskRecords records;
    private final TaskDelegations delegations;
    private final Explanations explanations;
    private final DispatchQueue queue;
    private final FiledCases filedCases;
    private final TaskSharing sharing;
    private final TaskEvents events;
    private final CurrentCity city;
    private final AdviseUnit adviseUnit;
    private final Ids ids;

    StepEffects(
            TaskRecords records,
            TaskDelegations delegations,
            Explanations explanations,
            DispatchQueue queue,
            FiledCases filedCases,
            TaskSharing sharing,
            TaskEvents events,
            CurrentCity city,
            AdviseUnit adviseUnit,
            Ids ids) {
        this.records = records;
        this.delegations = delegations;
        this.explanations = explanations;
        this.queue = queue;
        this.filedCases = filedCases;
        this.sharing = sharing;
        this.events = events;
        this.city = city;
        this.adviseUnit = adviseUnit;
        this.ids = ids;
    }

    /** Writes what follows; the task is stored already. */
    Uni<Void> follow(Mutiny.StatelessSession session, Step step, Task task, List<TaskEvent> news, Instant now) {
        return records.add(session, ids.next(), task.taskId(), step.record(now))
                .chain(() -> followAll(session, step, task, news, now))
                .chain(() -> sharing.follow(session, task, news))
                .chain(() -> textFor(session, task, news))
                .chain(text -> events.publish(
                        session,
                        news.stream()
                                .map(event ->
                                        new Happened(task, event, step.caller().account(), text, null, step.media()))
                                .toList()));
    }

    private Uni<Void> followAll(
            Mutiny.StatelessSession session, Step step, Task task, List<TaskEvent> news, Instant now) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (TaskEvent event : news) {
            if (event instanceof TaskEvent.Returned returned) {
                done = done.chain(() -> enqueue(session, step, task, returned, now));
            } else if (event instanceof TaskEvent.Transferred transferred) {
                String reason =
                        "%s passed it on from %s.".formatted(step.caller().account(), transferred.fromDepartment());
                done = done.chain(() -> explain(session, step, task, Explanation.Kind.TRANSFER, reason, now));
            } else if (event instanceof TaskEvent.MovedInLine moved) {
                done = done.chain(() -> delegations.add(session, ids.next(), task, delegation(step, task, moved)));
            } else if (event instanceof TaskEvent.Dispatched dispatched) {
                done = done.chain(
                        () -> explain(session, step, task, Explanation.Kind.DISPATCHER, dispatched.reason(), now));
            }
        }
        return done;
    }

    private static Delegation delegation(Step step, Task task, TaskEvent.MovedInLine event) {
        return new Delegation(
                task.taskId(),
                event.fromDepartment(),
                task.department(),
                event.at(),
                step.caller().account(),
                event.opinion());
    }

    private Uni<Void> enqueue(
            Mutiny.StatelessSession session, Step step, Task task, TaskEvent.Returned returned, Instant now) {
        WaitingCase waiting = WaitingCase.returned(task, ids.next(), returned.opinion(), now);
        return queue.insert(session, List.of(waiting))
                .chain(() -> filedCases.text(session, task.caseId()))
                .chain(text -> explanations.add(
                        session,
                        List.of(new Explanation(
                                task.caseId(),
                                task.round(),
                                waiting.taskId(),
                                Explanation.Kind.QUEUED,
                                null,
                                waiting.reason(),
                                step.caller().account(),
                                now,
                                question(task.facts()),
                                null,
                                city.get().matrix().covering(question(task.facts())),
                                city.get().ground(),
                                null,
                                null,
                                adviseOther(task, text, now)))));
    }

    /** Whom a learned model would ask instead of the unit that gave the case back; a person decides. */
    private Advice adviseOther(Task task, String text, Instant now) {
        FiledFacts facts = task.facts();
        RoutingQuestion asked = new RoutingQuestion(
                facts.classCode(),
                facts.conditionCode(),
                facts.areaCode(),
                new RoutingQuestion.Circumstances(facts.channel(), false, text.length(), now, null, null));
        Routing.ToQueue returned = new Routing.ToQueue("", List.of(), Routing.Doubt.FOR_A_PERSON);
        return adviseUnit.advise(asked, returned, text, now, city.get().units(), task.department());
    }

    private Uni<Void> explain(
            Mutiny.StatelessSession session, Step step, Task task, Explanation.Kind kind, String reason, Instant now) {
        City present = city.get();
        return explanations.add(
                session,
                List.of(new Explanation(
                        task.caseId(),
                        task.round(),
                        task.taskId(),
                        kind,
                        task.department(),
                        reason,
                        step.caller().account(),
                        now,
                        question(task.facts()),
                        null,
                        present.matrix().covering(question(task.facts())),
                        present.ground(),
                        new Explanation.Deadline(
                                task.clock().limit().toString(),
                                task.clock().dueAt(),
                                Deadlines.isProvisional(
                                        now,
                                        task.clock().limit(),
                                        present.calendarOf(task.department()),
                                        task.clock().dueAt())))));
    }

    private Uni<String> textFor(Mutiny.StatelessSession session, Task task, List<TaskEvent> news) {
        return news.stream().anyMatch(TaskEvent::introducesTheCase)
                ? filedCases.text(session, task.caseId())
                : Uni.createFrom().item("");
    }

    private static RoutingQuestion question(FiledFacts facts) {
        return new RoutingQuestion(facts.classCode(), facts.conditionCode(), facts.areaCode());
    }
}
