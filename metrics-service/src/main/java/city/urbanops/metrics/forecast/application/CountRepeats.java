package city.urbanops.metrics.forecast.application;

import city.urbanops.kit.timer.Rounds;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import city.urbanops.metrics.forecast.application.RepeatCounts.Query;
import city.urbanops.metrics.forecast.application.RepeatCounts.Sum;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts repeated cases ({@link city.urbanops.metrics.domain.Repeat}) month by month: at each turn the present month, months never counted,
 * and the one whose count is oldest, so that cases voided or moved long after come right in their turn. Two replicas do the same twice.
 */
@Singleton
public class CountRepeats {

    private final Transactions transactions;
    private final Rounds rounds;
    private final OwnContext contexts;
    private final RepeatCounts repeats;
    private final CityDays days;

    CountRepeats(Transactions transactions, Rounds rounds, OwnContext contexts, RepeatCounts repeats, CityDays days) {
        this.transactions = transactions;
        this.rounds = rounds;
        this.contexts = contexts;
        this.repeats = repeats;
        this.days = days;
    }

    /**
     * The rate by group.
     *
     * @param asOf when the oldest month of it was counted; absent while one is not counted yet
     */
    public record Answer(List<Sum> groups, Optional<Instant> asOf) {}

    public Uni<Answer> answer(Query query) {
        return transactions.read(
                session -> repeats.sum(session, query).chain(groups -> repeats.asOf(session, query.from(), query.to())
                        .map(asOf -> new Answer(groups, asOf))));
    }

    /** Counts the months whose turn it is. */
    @Scheduled(
            every = "${urbanops.forecast.repeats-every:10m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> turn() {
        return rounds.run("repeats", this::countDue);
    }

    private Uni<Void> countDue() {
        var present = YearMonth.from(days.today());
        return contexts.run(() -> transactions.read(session -> repeats.due(session, present)))
                .map(due -> Stream.concat(Stream.of(present), due.stream()).toList())
                .chain(months -> Multi.createFrom()
                        .iterable(months)
                        .onItem()
                        .call(month -> contexts.run(
                                () -> transactions.write(session -> repeats.count(session, month, days.now()))))
                        .onItem()
                        .ignoreAsUni());
    }
}
