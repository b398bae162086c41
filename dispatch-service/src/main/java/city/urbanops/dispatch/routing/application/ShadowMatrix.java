package city.urbanops.dispatch.routing.application;

import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.dispatch.city.application.Upload;
import city.urbanops.dispatch.city.domain.City;
import city.urbanops.dispatch.routing.domain.Matrix;
import city.urbanops.dispatch.routing.domain.PastCase;
import city.urbanops.dispatch.routing.domain.ShadowReport;
import city.urbanops.dispatch.routing.persistence.PastCases;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Runs a matrix that is not in force over past cases, and says what it would have changed. Nothing is stored. */
@Singleton
public class ShadowMatrix {

    private static final int MOST_CASES = 50_000;

    private final CheckMatrix check;
    private final PastCases pastCases;
    private final Transactions transactions;
    private final OwnContext contexts;
    private final CurrentCity city;
    private final Clock clock;

    ShadowMatrix(
            CheckMatrix check,
            PastCases pastCases,
            Transactions transactions,
            OwnContext contexts,
            CurrentCity city,
            Clock clock) {
        this.check = check;
        this.pastCases = pastCases;
        this.transactions = transactions;
        this.contexts = contexts;
        this.city = city;
        this.clock = clock;
    }

    /**
     * Both matrices over the first question of each case of the last days, the newest fifty thousand at most; cases from before rules
     * had expressions are asked without circumstances.
     *
     * @return fails with 422 when the rules are not fit to decide
     */
    public Uni<ShadowReport> run(List<RuleDraft> drafts, int days) {
        Instant since = clock.instant().minus(Duration.ofDays(days));
        return Uni.createFrom()
                .item(() -> candidate(drafts))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(candidate -> contexts.run(
                                () -> transactions.read(session -> pastCases.since(session, since, MOST_CASES)))
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(cases -> report(cases, candidate)));
    }

    private Matrix candidate(List<RuleDraft> drafts) {
        CheckMatrix.Checked checked = check.check(drafts);
        if (!checked.errors().isEmpty()) {
            throw new ProblemException(Upload.refused("rules", checked.errors()));
        }
        return new Matrix(
                "candidate",
                checked.rules(),
                RuleExpressions.ready(city.get().calendar().zone(), checked.rules(), Map.of()));
    }

    private ShadowReport report(List<PastCase> cases, Matrix candidate) {
        City present = city.get();
        return ShadowReport.of(cases, present.matrix(), candidate, present.units(), present.exemptions());
    }
}
