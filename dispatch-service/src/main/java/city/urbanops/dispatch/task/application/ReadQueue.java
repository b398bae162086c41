package city.urbanops.dispatch.task.application;

import city.urbanops.dispatch.learning.domain.Advice;
import city.urbanops.dispatch.routing.persistence.Explanations;
import city.urbanops.dispatch.task.domain.WaitingCase;
import city.urbanops.dispatch.task.persistence.DispatchQueue;
import city.urbanops.dispatch.task.persistence.DispatchQueue.QueuePage;
import city.urbanops.kit.http.Cursor;
import city.urbanops.kit.http.Page;
import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.security.Caller;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The dispatcher's queue, for reading. */
@Singleton
public class ReadQueue {

    private final Transactions transactions;
    private final DispatchQueue queue;
    private final Explanations explanations;

    ReadQueue(Transactions transactions, DispatchQueue queue, Explanations explanations) {
        this.transactions = transactions;
        this.queue = queue;
        this.explanations = explanations;
    }

    /**
     * A waiting case.
     *
     * @param caseId the case
     * @param taskId reserved for the task to come: act on it with {@code dispatch}
     * @param caseNumber the number people quote
     * @param round the round of the case
     * @param classCode kind, major and minor class
     * @param conditionCode the filing condition
     * @param areaCode the smallest known area
     * @param channel how the report came in
     * @param reason why it waits
     * @param queuedAt since when
     * @param returnedBy the unit that gave it back, if one did
     * @param suggestions units a learned model thinks likely, best first, three at most, with reasons; absent when it was not asked
     */
    public record Entry(
            UUID caseId,
            UUID taskId,
            String caseNumber,
            int round,
            String classCode,
            String conditionCode,
            String areaCode,
            String channel,
            String reason,
            Instant queuedAt,
            @Nullable String returnedBy,
            @Nullable List<Advice.Suggestion> suggestions) {

        static Entry of(WaitingCase waiting, @Nullable Advice advice) {
            var facts = waiting.facts();
            var returned = waiting.returned();
            return new Entry(
                    facts.caseId(),
                    waiting.taskId(),
                    facts.caseNumber(),
                    waiting.round(),
                    facts.classCode(),
                    facts.conditionCode(),
                    facts.areaCode(),
                    facts.channel(),
                    waiting.reason(),
                    waiting.queuedAt(),
                    returned == null ? null : returned.department(),
                    advice == null ? null : advice.candidates());
        }
    }

    /** Waiting cases of the caller's area, the longest waiting first. */
    public Uni<Page<Entry>> page(Caller caller, PageRequest page) {
        QueuePage wanted = new QueuePage(
                caller.area().orElse(""),
                page.after().map(cursor -> new QueuePage.After(cursor.instant(0), cursor.id(1))),
                page.limit() + 1);
        return transactions
                .read(session -> queue.list(session, wanted).chain(rows -> withAdvice(session, rows)))
                .map(entries -> Page.of(entries, page, row -> Cursor.of(row.queuedAt(), row.caseId())));
    }

    private Uni<List<Entry>> withAdvice(Mutiny.StatelessSession session, List<WaitingCase> rows) {
        return explanations
                .adviceOfQueued(
                        session,
                        rows.stream().map(row -> row.facts().caseId()).toList(),
                        rows.stream().map(WaitingCase::taskId).toList())
                .map(advice -> rows.stream()
                        .map(row -> Entry.of(row, advice.get(row.taskId())))
                        .toList());
    }
}
