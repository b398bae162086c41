package city.urbanops.dispatch.task.application;

import city.urbanops.dispatch.city.domain.City;
import city.urbanops.dispatch.learning.application.AdviseUnit;
import city.urbanops.dispatch.task.domain.Decision;
import city.urbanops.dispatch.task.domain.FiledCase;
import city.urbanops.dispatch.task.domain.Moment;
import city.urbanops.dispatch.task.domain.TaskCommand;
import city.urbanops.dispatch.task.domain.TaskEvent;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.persistence.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Applies a batch of facts about cases: loads what the batch needs in one go, decides in order in memory, writes all in a few
 * statements. A fact that no longer concerns anything here is counted and ignored.
 */
@Singleton
public class FollowCases {

    private final CaseTables tables;
    private final TaskEvents events;
    private final Ids ids;
    private final Moments moments;
    private final Copying copying;
    private final AdviseUnit adviseUnit;
    private final MeterRegistry meters;

    FollowCases(
            CaseTables tables,
            TaskEvents events,
            Ids ids,
            Moments moments,
            Copying copying,
            AdviseUnit adviseUnit,
            MeterRegistry meters) {
        this.tables = tables;
        this.events = events;
        this.ids = ids;
        this.moments = moments;
        this.copying = copying;
        this.adviseUnit = adviseUnit;
        this.meters = meters;
    }

    /** Applies the facts in the order given, in the caller's transaction. */
    public Uni<Void> apply(Mutiny.StatelessSession session, List<CaseFact> facts) {
        City city = moments.city();
        Moment moment = moments.now();
        return tables.load(session, facts)
                .invoke(book -> facts.forEach(fact -> applyOne(fact, book, city, moment)))
                .chain(book ->
                        Sql.together(List.of(tables.store(session, book), events.publish(session, book.happened()))));
    }

    private void applyOne(CaseFact fact, CaseBook book, City city, Moment moment) {
        RouteCase routing = new RouteCase(city, moment, copying, adviseUnit, book);
        if (fact instanceof CaseFact.Filed filed) {
            file(filed, book, routing);
        } else if (fact instanceof CaseFact.Reopened reopened) {
            reopen(reopened, book, routing);
        } else if (fact instanceof CaseFact.OnTask onTask) {
            tellTask(onTask, onTask.command(), book, city, moment);
        } else if (fact instanceof CaseFact.Ended ended) {
            end(ended, book, city, moment);
        }
    }

    private void file(CaseFact.Filed fact, CaseBook book, RouteCase routing) {
        FiledCase filed = fact.filed();
        if (!book.isNewlyFiled(filed.caseId())) {
            superseded(fact);
            return;
        }
        book.loadedCases(List.of(filed));
        routing.route(fact.cause(), filed, fact.question(), fact.channel(), fact.limit(), ids.next());
    }

    private void reopen(CaseFact.Reopened fact, CaseBook book, RouteCase routing) {
        UUID caseId = fact.cause().caseId();
        var filed = book.filedCase(caseId);
        if (filed.isEmpty() || book.openTask(caseId).isPresent() || book.isWaiting(caseId)) {
            superseded(fact);
            return;
        }
        routing.route(fact.cause(), filed.get(), fact.question(), fact.channel(), fact.limit(), ids.next());
    }

    private void end(CaseFact.Ended fact, CaseBook book, City city, Moment moment) {
        UUID caseId = fact.cause().caseId();
        if (book.isWaiting(caseId)) {
            book.dequeue(caseId);
        } else {
            tellTask(fact, fact.command(), book, city, moment);
        }
    }

    private void tellTask(CaseFact fact, TaskCommand command, CaseBook book, City city, Moment moment) {
        var decision = book.openTask(fact.cause().caseId())
                .map(task -> command.decide(
                        task, moment.in(city.calendarOf(task.holder().answering()))));
        if (decision.isPresent() && decision.get() instanceof Decision.Accepted accepted) {
            book.replace(accepted.task());
            for (TaskEvent event : accepted.events()) {
                book.tell(new Happened(
                        accepted.task(),
                        event,
                        fact.cause().actor(),
                        "",
                        fact.cause().traceparent()));
            }
        } else {
            superseded(fact);
        }
    }

    private void superseded(CaseFact fact) {
        meters.counter("urbanops.dispatch.superseded", "type", fact.cause().name())
                .increment();
    }
}
