package city.urbanops.dispatch.units.application;

import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.dispatch.task.application.ReleaseTasks;
import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.kit.security.Caller;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a dissolved unit owes although its tasks were released when it ended: work it had handed back whose check failed, and
 * cases another replica gave it in the second before that one knew. They wait for a dispatcher, too.
 */
@Singleton
public class ReleaseLeftOver {

    private static final Caller DISPATCH =
            new Caller("dispatch", "dispatch", Set.of(), Optional.empty(), Optional.empty());

    private final OwnContext contexts;
    private final Transactions transactions;
    private final CurrentCity city;
    private final ReleaseTasks release;

    ReleaseLeftOver(OwnContext contexts, Transactions transactions, CurrentCity city, ReleaseTasks release) {
        this.contexts = contexts;
        this.transactions = transactions;
        this.city = city;
        this.release = release;
    }

    @Scheduled(every = "${urbanops.units.left-over-every:60s}", delayed = "60s")
    Uni<Void> watch() {
        return look().replaceWithVoid();
    }

    /** Looks once; returns how many tasks went back. Tasks are locked, so several replicas release each once. */
    public Uni<Integer> look() {
        return city.whenLoaded()
                .chain(first -> Multi.createFrom()
                        .iterable(dissolved(city.get().units().all()))
                        .onItem()
                        .transformToUniAndConcatenate(this::release)
                        .collect()
                        .asList())
                .map(counts -> counts.stream().mapToInt(Integer::intValue).sum());
    }

    private Uni<Integer> release(String unit) {
        return contexts.run(() -> transactions.write(
                session -> release.of(session, unit, "The unit %s is dissolved.".formatted(unit), DISPATCH)));
    }

    private static List<String> dissolved(List<Unit> units) {
        return units.stream().filter(unit -> !unit.active()).map(Unit::code).toList();
    }
}
