package city.urbanops.kit.http;

import city.urbanops.kit.persistence.Sql;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.Caller;
import city.urbanops.kit.timer.Rounds;
import city.urbanops.kit.transaction.Transactions;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The answers given to commands with an {@code Idempotency-Key} (DESIGN §9): scoped by client, user and path, stored in the command's own
 * transaction, kept 24 hours. Refusals are not kept: they stored nothing, and a repetition may find the world changed.
 */
@Singleton
class IdempotentAnswers {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int MAX_KEY = 200;

    /** Locks the key and looks for its answer at once; what is answered after this statement began, {@link #STORE} finds. */
    private static final Sql LOOK = Sql.of("""
            with lock as materialized (select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as mine)
            select lock.mine, answer.body_hash, answer.status, cast(answer.body as text) as body
            from lock left join idempotent_answer answer
              on answer.scope = $2 and answer.key = $3
                 and answer.answered_at > $4
            """);

    private static final Sql STORE = Sql.of("""
            insert into idempotent_answer as known (scope, key, body_hash, status, body, answered_at)
            values ($1, $2, $3, $4, cast(cast($5 as text) as json), $6)
            on conflict (scope, key) do update
            set body_hash = excluded.body_hash, status = excluded.status,
                body = excluded.body, answered_at = excluded.answered_at
            where known.answered_at <= $7
            """);

    private static final Sql FORGET = Sql.of("delete from idempotent_answer where answered_at <= $1");

    private final ObjectMapper json;
    private final Clock clock;
    private final Transactions transactions;
    private final Rounds rounds;

    IdempotentAnswers(ObjectMapper json, Clock clock, Transactions transactions, Rounds rounds) {
        this.json = json;
        this.clock = clock;
        this.transactions = transactions;
        this.rounds = rounds;
    }

    /**
     * What the answer is kept for.
     *
     * @param query of the URI as it was sent, absent if there is none; with the same key it must be the same, as the body
     * @throws ProblemException 400 if the key is empty, too long or not printable
     */
    Identified identify(String key, Caller caller, String path, @Nullable String query, Object body) {
        if (key.isBlank() || key.length() > MAX_KEY || !key.chars().allMatch(c -> c > 32 && c < 127)) {
            throw new ProblemException(Problem.invalid(
                    "Idempotency-Key", "must be 1 to " + MAX_KEY + " printable characters without spaces"));
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            if (query != null) {
                digest.update(query.getBytes(StandardCharsets.UTF_8));
            }
            var hash = digest.digest(json.writeValueAsBytes(body));
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
        var name = request.scope() + " " + request.key();
        return LOOK.on(session, name, request.scope(), request.key(), oldest())
                .map(rows -> rows.iterator().next())
                .chain(found -> {
                    if (!found.getBoolean("mine")) {
                        return Uni.createFrom().item(stillRunning());
                    }
                    return found.getInteger("status") == null
                            ? command.get().chain(outcome -> stored(session, request, outcome))
                            : Uni.createFrom().item(replayed(found, request));
                });
    }

    private static Outcome stillRunning() {
        return Outcome.refused(Problem.conflict(
                "still-running", "A request with this Idempotency-Key is still running; ask again shortly."));
    }

    private Outcome replayed(Row row, Identified request) {
        if (!request.bodyHash().equals(row.getString("body_hash"))) {
            return Outcome.refused(Problem.unprocessable(
                    "Idempotency-Key", "was used before with another body or query; use a new key"));
        }
        try {
            JsonNode body = json.readTree(row.getString("body").getBytes(StandardCharsets.UTF_8));
            return new Outcome.Done(row.getInteger("status"), body);
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The outcome, stored if it is an answer; undone if another request with this key was answered between look and lock. */
    private Uni<Outcome> stored(Mutiny.StatelessSession session, Identified request, Outcome outcome) {
        if (!(outcome instanceof Outcome.Done done)) {
            return Uni.createFrom().item(outcome);
        }
        return STORE.update(
                        session,
                        request.scope(),
                        request.key(),
                        request.bodyHash(),
                        done.status(),
                        json.valueToTree(done.body()).toString(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        oldest())
                .map(rows -> {
                    if (rows > 0) {
                        return outcome;
                    }
                    session.currentTransaction().markForRollback();
                    return stillRunning();
                });
    }

    private OffsetDateTime oldest() {
        return clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC);
    }

    @Scheduled(every = "1h", delayed = "10m")
    Uni<Void> forgetOld() {
        return rounds.run(
                "old answers are kept", () -> transactions.write(session -> FORGET.update(session, oldest())));
    }

    /** A request that must be done once. */
    record Identified(String scope, String key, String bodyHash) {}
}
