package city.urbanops.intake.dust.application;

import city.urbanops.kit.timer.Rounds;
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
    private final Rounds rounds;

    UnansweredTimer(AnswerDustAlarm answers, Transactions transactions, Rounds rounds) {
        this.answers = answers;
        this.transactions = transactions;
        this.rounds = rounds;
    }

    @Scheduled(every = "${urbanops.dust.look-every:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return rounds.run("unanswered alarms are not told of", () -> transactions.write(answers::tellOfUnanswered));
    }
}
