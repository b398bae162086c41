package city.urbanops.metrics.forecast.application;

import city.urbanops.kit.timer.Rounds;
import city.urbanops.kit.transaction.Transactions;
import city.urbanops.metrics.forecast.domain.RiskErrors;
import city.urbanops.metrics.forecast.domain.RiskTable;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Learns how the tasks of each unit and class end. It reads half a year of facts by their date, which no request may; so it does it now and
 * then and keeps what it learned. The last third of the time is also held against what the first two thirds taught: that is the error.
 */
@Singleton
public class UnitRecords {

    private static final int PARTS = 3;

    private final Transactions transactions;
    private final Rounds rounds;
    private final Tasks tasks;
    private final CityDays days;
    private final ForecastConfig config;
    private final Kept<Learned> kept = new Kept<>(this::learn);

    UnitRecords(Transactions transactions, Rounds rounds, Tasks tasks, CityDays days, ForecastConfig config) {
        this.transactions = transactions;
        this.rounds = rounds;
        this.tasks = tasks;
        this.days = days;
        this.config = config;
    }

    /**
     * What was learned.
     *
     * @param table of all of the time
     * @param errors absent while too little is known to be wrong about
     */
    public record Learned(RiskTable table, Optional<RiskErrors> errors) {}

    public Uni<Learned> get() {
        return kept.get();
    }

    /** Reads anew; what was known serves until that is done. */
    @Scheduled(every = "${urbanops.forecast.learn-every:1h}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> renew() {
        return rounds.run("record of units", kept::renew);
    }

    private Uni<Learned> learn() {
        var now = days.now();
        var end = days.today().plusDays(1);
        var split = end.minusDays(config.historyDays() / PARTS);
        var start = end.minusDays(config.historyDays());
        return transactions.read(session -> tasks.ended(session, start, split, now)
                .chain(earlier -> tasks.ended(session, split, end, now).map(later -> learned(earlier, later))));
    }

    private Learned learned(List<RiskTable.Row> earlier, List<RiskTable.Row> later) {
        return new Learned(
                RiskTable.of(Stream.concat(earlier.stream(), later.stream()).toList(), config.leastTasks()),
                RiskErrors.of(RiskTable.of(earlier, config.leastTasks()), later));
    }
}
