package city.urbanops.metrics.assessment.application;

import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.transaction.Transactions;
import city.urbanops.metrics.application.Rebuild;
import city.urbanops.metrics.assessment.application.Ledger.Publication;
import city.urbanops.metrics.assessment.domain.Period;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Computes a published period again, by the version it was published with, and says where it comes out otherwise. */
@Singleton
public class ReproducePeriod {

    private final Transactions transactions;
    private final ReadAssessment read;
    private final Ledger ledger;
    private final Rebuild rebuild;

    ReproducePeriod(Transactions transactions, ReadAssessment read, Ledger ledger, Rebuild rebuild) {
        this.transactions = transactions;
        this.read = read;
        this.ledger = ledger;
        this.rebuild = rebuild;
    }

    /**
     * Starts computing it from the log alone: what had happened when it was published, counted anew beside the tables that serve, and
     * inputs as they were then. The
     * comparison is the answer of {@link Rebuild#progress()}.
     *
     * @return absent if a rebuild is running; fails with 404 if the period was never published
     */
    public Uni<Optional<Rebuild.Progress>> fromLog(String scheme, Period period) {
        return transactions
                .read(session -> published(session, scheme, period))
                .map(published -> rebuild.look(published.at(), session -> read.reproduced(session, published, period)
                        .map(again -> Comparison.of(ReadAssessment.sheet(published), again))));
    }

    private Uni<Publication> published(Mutiny.StatelessSession session, String scheme, Period period) {
        return ledger.published(session, scheme, period)
                .map(found -> found.orElseThrow(
                        () -> new ProblemException(Problem.notFound("This period is not published."))));
    }

    /** Fails with 404 if the period was never published. */
    public Uni<Comparison> compare(String scheme, Period period) {
        return transactions.read(
                session -> published(session, scheme, period).chain(published -> read.again(session, published, period)
                        .map(again -> Comparison.of(ReadAssessment.sheet(published), again))));
    }

    /**
     * Two sheets beside each other.
     *
     * @param identical to the last reason
     * @param differences units that differ, by code; empty if identical
     */
    public record Comparison(
            String scheme,
            String period,
            boolean identical,
            String digest,
            String otherDigest,
            List<Difference> differences) {

        static Comparison of(Sheet one, Sheet other) {
            var before = byUnit(one.units());
            var after = byUnit(other.units());
            var units = new TreeSet<>(before.keySet());
            units.addAll(after.keySet());
            var differences = units.stream()
                    .filter(unit -> !Objects.equals(before.get(unit), after.get(unit)))
                    .map(unit -> new Difference(unit, before.get(unit), after.get(unit)))
                    .toList();
            return new Comparison(
                    one.scheme(),
                    one.period(),
                    one.digest().equals(other.digest()),
                    one.digest(),
                    other.digest(),
                    differences);
        }

        private static Map<String, JsonNode> byUnit(JsonNode units) {
            var byUnit = new TreeMap<String, JsonNode>();
            units.forEach(each -> byUnit.put(each.path("unit").asText(), each));
            return byUnit;
        }
    }

    /** One unit's score here and there, with all reasons; absent where it is not scored. */
    public record Difference(
            String unit, @Nullable JsonNode one, @Nullable JsonNode other) {}
}
