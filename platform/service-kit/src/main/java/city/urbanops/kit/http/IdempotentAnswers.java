package city.urbanops.kit.http;

import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.Caller;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The answers given to commands with an {@code Idempotency-Key} (DESIGN §9): scoped by client, user and path, stored in the command's own
 * transaction, kept 24 hours. Refusals are not kept: they stored nothing, and a repetition may find the world changed.
 */
@Singleton
class IdempotentAnswers {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int MAX_KEY = 200;

    /** Locks the key and looks for its answer at once; what is answered after this statement began, {@link #STORE} finds. */
    private static final String LOOK = """
            with lock as materialized (select pg_try_advisory_xact_lock(hashtextextended(:name, 0)) as mine)
            select lock.mine, answer.body_hash, answer.status, cast(answer.body as text) as body
            from lock left join idempotent_answer answer
              on answer.scope = :scope and answer.key = :key
                 and answer.answered_at > cast(cast(:oldest as text) as timestamptz)
            """;

    private static final String STORE = """
            insert into idempotent_answer as known (scope, key, body_hash, status, body, answered_at)
            values (:scope, :key, :hash, :status, cast(cast(:body as text) as json), cast(cast(:now as text) as timestamptz))
            on conflict (scope, key) do update
            set body_hash = excluded.body_hash, status = excluded.status,
                body = excluded.body, answered_at = excluded.answered_at
            where known.answered_at <= cast(cast(:oldest as text) as timestamptz)
            """;

    private final ObjectMapper json;
    private final Clock clock;
    private final Transactions transactions;
    private final OwnContext contexts;

    IdempotentAnswers(ObjectMapper json, Clock clock, Transactions transactions, OwnContext contexts) {
        this.json = json;
        this.clock = clock;
        this.transactions = transactions;
        this.contexts = contexts;
    }

    /** @throws ProblemException 400 if the key is empty, too long or not printable */
    Identified identify(String key, Caller caller, String path, Object body) {
        if (key.isBlank() || key.length() > MAX_KEY || !key.chars().allMatch(c -> c > 32 && c < 127)) {
            throw new ProblemException(Problem.invalid(
                    "Idempotency-Key", "must be 1 to " + MAX_KEY + " printable characters without spaces"));
        }
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(body));
            return new Identified(
                    caller.client() + " " + caller.account() + " " + path,
                    key,
                    HexFormat.of().formatHex(hash));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The stored answer if there is one, else the command's, stored with it. */
    Uni<Outcome> once(Mutiny.StatelessSession session, Identified request, Supplier<Uni<Outcome>> command) {
        return session.createNativeQuery(LOOK, Tuple.class)
                .setParameter("scope", request.scope())
                .setParameter("key", request.key())
                .setParameter("name", request.scope() + " " + request.key())
                .setParameter("oldest", oldest())
                .getSingleResult()
                .chain(found -> {
                    if (!found.get("mine", Boolean.class)) {
                        return Uni.createFrom().item(stillRunning());
                    }
                    return found.get("status") == null
                            ? command.get().chain(outcome -> stored(session, request, outcome))
                            : Uni.createFrom().item(replayed(found, request));
                });
    }

    private static Outcome stillRunning() {
        return Outcome.refused(Problem.conflict(
                "still-running", "A request with this Idempotency-Key is still running; ask again shortly."));
    }

    private Outcome replayed(Tuple row, Identified request) {
        if (!request.bodyHash().equals(row.get("body_hash", String.class))) {
            return Outcome.refused(
                    Problem.unprocessable("Idempotency-Key", "was used before with another body; use a new key"));
        }
        try {
            JsonNode body = json.readTree(row.get("body", String.class).getBytes(StandardCharsets.UTF_8));
            return new Outcome.Done(row.get("status", Integer.class), body);
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The outcome, stored if it is an answer; undone if another request with this key was answered between look and lock. */
    private Uni<Outcome> stored(Mutiny.StatelessSession session, Identified request, Outcome outcome) {
        if (!(outcome instanceof Outcome.Done done)) {
            return Uni.createFrom().item(outcome);
        }
        return session.createNativeQuery(STORE)
                .setParameter("scope", request.scope())
                .setParameter("key", request.key())
                .setParameter("hash", request.bodyHash())
                .setParameter("status", done.status())
                .setParameter("body", json.valueToTree(done.body()).toString())
                .setParameter("now", clock.instant().toString())
                .setParameter("oldest", oldest())
                .executeUpdate()
                .map(rows -> {
                    if (rows > 0) {
                        return outcome;
                    }
                    session.currentTransaction().markForRollback();
                    return stillRunning();
                });
    }

    private String oldest() {
        return clock.instant().minus(KEPT).toString();
    }

    @Scheduled(every = "1h", delayed = "10m")
    Uni<Void> forgetOld() {
        return contexts.run(() -> transactions.write(session -> session.createNativeQuery(
                        "delete from idempotent_answer where answered_at <= cast(cast(:oldest as text) as timestamptz)")
                .setParameter("oldest", oldest())
                .executeUpdate()
                .replaceWithVoid()));
    }

    /** A request that must be done once. */
    record Identified(String scope, String key, String bodyHash) {}
}
