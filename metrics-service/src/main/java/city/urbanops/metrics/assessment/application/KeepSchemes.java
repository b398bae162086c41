package city.urbanops.metrics.assessment.application;

import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.problem.FieldError;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import city.urbanops.metrics.assessment.application.Schemes.Stored;
import city.urbanops.metrics.assessment.domain.Scheme;
import city.urbanops.metrics.assessment.domain.SchemeError;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps the schemes: those that ship are there from the first start, others are added version by version. */
@Singleton
public class KeepSchemes {

    private static final String SHIPPED = "/schemes/";

    private final Transactions transactions;
    private final OwnContext contexts;
    private final Schemes schemes;
    private final ReportedInputs reported;
    private final Clock clock;

    KeepSchemes(Transactions transactions, OwnContext contexts, Schemes schemes, ReportedInputs reported, Clock clock) {
        this.transactions = transactions;
        this.contexts = contexts;
        this.schemes = schemes;
        this.reported = reported;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent event) {
        contexts.awaitAtStart(() -> transactions.write(session -> Multi.createFrom()
                .items(resource("index.txt").lines())
                .map(id -> resource(id + ".json"))
                .onItem()
                .transformToUniAndConcatenate(document -> store(session, FindScheme.parse(document), "system"))
                .collect()
                .asList()));
    }

    /** All versions of all schemes. */
    public Uni<List<Stored>> all() {
        return transactions.read(schemes::all);
    }

    /** Stores a new version; refused with every error by its path, or if the version is taken. */
    public Uni<Outcome> add(Mutiny.StatelessSession session, JsonNode document, String account) {
        var read = SchemeDocument.read(document);
        if (read.scheme() == null) {
            return Uni.createFrom().item(Outcome.refused(invalid("", read.errors())));
        }
        var scheme = read.scheme().scheme();
        return reported.errors(session, scheme)
                .chain(errors -> errors.isEmpty()
                        ? addVersion(session, scheme.id(), document, account)
                        : Uni.createFrom().item(Outcome.refused(invalid("", errors))));
    }

    private Uni<Outcome> addVersion(Mutiny.StatelessSession session, String scheme, JsonNode document, String account) {
        return schemes.versions(session, scheme).chain(before -> {
            if (before.stream()
                    .anyMatch(one -> !subjects(FindScheme.parse(one.document())).equals(subjects(document)))) {
                return Uni.createFrom()
                        .item(Outcome.refused(Problem.unprocessable(
                                "/subjects", "never change within a scheme: who may read it depends on them")));
            }
            return added(session, document, account);
        });
    }

    private static String subjects(JsonNode document) {
        return document.path("subjects").asText(Scheme.UNITS);
    }

    private Uni<Outcome> added(Mutiny.StatelessSession session, JsonNode document, String account) {
        return store(session, document, account)
                .map(added -> added
                        ? Outcome.created(document)
                        : Outcome.refused(Problem.conflict(
                                "version-taken", "This version exists; a changed scheme gets the next number.")));
    }

    /** The problem of a scheme with these errors, whose document stands at {@code path} of the request. */
    public static Problem invalid(String path, List<SchemeError> errors) {
        var fields = errors.stream()
                .map(error -> new FieldError(path + error.path(), error.message()))
                .toList();
        return new Problem("scheme", "The scheme is not valid", 422, null, fields);
    }

    private Uni<Boolean> store(Mutiny.StatelessSession session, JsonNode document, String account) {
        return schemes.add(
                session,
                new Stored(
                        document.get("id").asText(),
                        document.get("version").asInt(),
                        document.toString(),
                        clock.instant(),
                        account));
    }

    private static String resource(String name) {
        try (var file = KeepSchemes.class.getResourceAsStream(SHIPPED + name)) {
            if (file == null) {
                throw new IllegalStateException("no scheme ships as " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
