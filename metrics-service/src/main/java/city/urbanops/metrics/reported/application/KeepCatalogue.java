package city.urbanops.metrics.reported.application;

import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.problem.FieldError;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import city.urbanops.metrics.assessment.domain.SchemeError;
import city.urbanops.metrics.reported.application.Catalogue.Stored;
import city.urbanops.metrics.reported.domain.IndicatorCheck;
import city.urbanops.metrics.reported.domain.ReportedIndicator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps the catalogue: what ships is there from the first start, others and later versions are added. The latest version counts. */
@Singleton
public class KeepCatalogue {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SHIPPED = "/reported/indicators.json";

    private final Transactions transactions;
    private final OwnContext contexts;
    private final Catalogue catalogue;
    private final Clock clock;
    private final Map<String, ReportedIndicator> read = new ConcurrentHashMap<>();

    KeepCatalogue(Transactions transactions, OwnContext contexts, Catalogue catalogue, Clock clock) {
        this.transactions = transactions;
        this.contexts = contexts;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent event) {
        contexts.awaitAtStart(() -> transactions.write(session -> Multi.createFrom()
                .iterable(shipped())
                .onItem()
                .transformToUniAndConcatenate(document -> store(session, document, "system"))
                .collect()
                .asList()));
    }

    /** The latest version of each indicator, by id. */
    public Uni<List<ReportedIndicator>> all() {
        return transactions.read(this::latest).map(latest -> List.copyOf(latest.values()));
    }

    /** The latest version; fails with 404 if there is no such indicator. */
    Uni<ReportedIndicator> find(Mutiny.StatelessSession session, String id) {
        return latest(session).map(latest -> {
            var found = latest.get(id);
            if (found == null) {
                throw new ProblemException(Problem.notFound("No reported indicator has this id."));
            }
            return found;
        });
    }

    /** The latest version of each, by id and in its order. */
    Uni<Map<String, ReportedIndicator>> latest(Mutiny.StatelessSession session) {
        return catalogue.all(session).map(versions -> {
            var latest = new TreeMap<String, ReportedIndicator>();
            versions.forEach(stored -> latest.put(stored.indicator(), indicator(stored)));
            return latest;
        });
    }

    /** Stores a new version; refused with every error by its path, or if the version is not the next one. */
    public Uni<Outcome> add(Mutiny.StatelessSession session, JsonNode document, String account) {
        var checked = IndicatorDocument.read(document);
        if (checked.value() == null) {
            return invalid(checked.errors());
        }
        var indicator = checked.value();
        return latest(session).chain(latest -> {
            var before = latest.get(indicator.id());
            if (before != null && indicator.version() <= before.version()) {
                return Uni.createFrom().item(taken(before.version()));
            }
            var changes = before == null ? List.<SchemeError>of() : IndicatorCheck.changes(before, indicator);
            return changes.isEmpty()
                    ? store(session, document, account)
                            .map(added -> added ? Outcome.created(document) : taken(indicator.version()))
                    : invalid(changes);
        });
    }

    private static Outcome taken(int version) {
        return Outcome.refused(Problem.conflict(
                "version-taken", "There is version " + version + "; a changed indicator gets the next number."));
    }

    private static Uni<Outcome> invalid(List<SchemeError> errors) {
        var fields = errors.stream()
                .map(error -> new FieldError(error.path(), error.message()))
                .toList();
        return Uni.createFrom()
                .item(Outcome.refused(
                        new Problem("indicator", "The definition of the indicator is not valid", 422, null, fields)));
    }

    private Uni<Boolean> store(Mutiny.StatelessSession session, JsonNode document, String account) {
        return catalogue.add(
                session,
                new Stored(
                        document.get("id").asText(),
                        document.get("version").asInt(),
                        document.toString(),
                        clock.instant(),
                        account));
    }

    /** Each version is read once: it never changes. */
    private ReportedIndicator indicator(Stored stored) {
        return read.computeIfAbsent(stored.indicator() + "/" + stored.version(), key -> parsed(stored));
    }

    private static ReportedIndicator parsed(Stored stored) {
        try {
            var document = IndicatorDocument.read(JSON.readTree(stored.document()));
            if (document.value() == null) {
                throw new IllegalStateException("stored indicator " + stored.indicator() + ": " + document.errors());
            }
            return document.value();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The definitions that ship with the service. */
    static List<JsonNode> shipped() {
        try (var file = KeepCatalogue.class.getResourceAsStream(SHIPPED)) {
            var documents = new ArrayList<JsonNode>();
            JSON.readTree(file).forEach(documents::add);
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
