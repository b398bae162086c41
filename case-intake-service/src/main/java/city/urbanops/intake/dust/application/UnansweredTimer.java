package city.urbanops.intake.dust.application;

import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Looks for episodes whose answer is overdue. */
@Singleton
class UnansweredTimer {

    private final AnswerDustAlarm answers;
    private final Transactions transactions;
    private final OwnContext contexts;

    UnansweredTimer(AnswerDustAlarm answers, Transactions transactions, OwnContext contexts) {
        this.answers = answers;
        this.transactions = transactions;
        this.contexts = contexts;
    }

    @Scheduled(every = "${urbanops.dust.look-every:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return contexts.run(() -> transactions.write(answers::tellOfUnanswered));
    }
}
