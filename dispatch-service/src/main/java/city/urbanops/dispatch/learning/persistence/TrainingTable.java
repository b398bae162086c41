package city.urbanops.dispatch.learning.persistence;

import city.urbanops.dispatch.learning.domain.TrainingRun;
import city.urbanops.kit.persistence.JsonRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Trainings; the table lets one be open at a time. */
@Singleton
public class TrainingTable {

    /** A replica that has not told of its training for so long is gone. */
    private static final Duration GONE_AFTER = Duration.ofSeconds(60);

    private static final String ROW = "select cast(row_to_json(r) as text) from training_run r ";
    private static final String REQUEST = """
            insert into training_run
                (run_id, state, requested_by, requested_at, step, progress, stop_requested, heartbeat_at)
            values (:id, 'REQUESTED', :by, cast(cast(:now as text) as timestamptz), 'waiting', 0, false,
                cast(cast(:now as text) as timestamptz))
            on conflict do nothing
            """;
    private static final String CLAIM = """
            update training_run set state = 'RUNNING', step = 'gathering', heartbeat_at = cast(cast(:now as text) as timestamptz)
            where run_id = (
                select run_id from training_run where state = 'REQUESTED' for update skip locked limit 1)
            returning cast(run_id as text)
            """;
    private static final String BURY = """
            update training_run set state = 'FAILED', ended_at = cast(cast(:now as text) as timestamptz),
                outcome = 'The replica that trained went away.'
            where state = 'RUNNING' and heartbeat_at < cast(cast(:gone as text) as timestamptz)
            """;
    private static final String BEAT = """
            update training_run set step = :step, progress = :progress, heartbeat_at = cast(cast(:now as text) as timestamptz)
            where run_id = :id and state = 'RUNNING'
            returning stop_requested
            """;
    private static final String END = """
            update training_run set state = :state, ended_at = cast(cast(:now as text) as timestamptz), outcome = :outcome,
                step = 'ended', progress = case when :state = 'DONE' then 1 else progress end
            where run_id = :id and state = 'RUNNING'
            """;
    private static final String STOP = """
            update training_run set stop_requested = true,
                state = case when state = 'REQUESTED' then 'STOPPED' else state end,
                outcome = case when state = 'REQUESTED' then 'Stopped before it began.' else outcome end,
                ended_at = case when state = 'REQUESTED' then cast(cast(:now as text) as timestamptz) else ended_at end
            where run_id = :id and state in ('REQUESTED', 'RUNNING')
            """;

    /** Asks for a training; false when one is open already. */
    public Uni<Boolean> request(Mutiny.StatelessSession session, UUID id, String by, Instant now) {
        return session.createNativeQuery(REQUEST)
                .setParameter("id", id)
                .setParameter("by", by)
                .setParameter("now", now.toString())
                .executeUpdate()
                .map(rows -> rows > 0);
    }

    /** Takes the training that waits, after ending what a lost replica left; empty when none does. */
    public Uni<Optional<UUID>> claim(Mutiny.StatelessSession session, Instant now) {
        return session.createNativeQuery(BURY)
                .setParameter("now", now.toString())
                .setParameter("gone", now.minus(GONE_AFTER).toString())
                .executeUpdate()
                .chain(() -> session.createNativeQuery(CLAIM, String.class)
                        .setParameter("now", now.toString())
                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(UUID::fromString));
    }

    /** Tells how far it is; returns whether it is to stop, which it also is when somebody ended it. */
    public Uni<Boolean> beat(Mutiny.StatelessSession session, UUID id, String step, double progress, Instant now) {
        return session.createNativeQuery(BEAT, Boolean.class)
                .setParameter("id", id)
                .setParameter("step", step)
                .setParameter("progress", progress)
                .setParameter("now", now.toString())
                .getResultList()
                .map(rows -> rows.isEmpty() || rows.get(0));
    }

    /** Ends it; false when it was ended by somebody else meanwhile, and what it made must not count. */
    public Uni<Boolean> end(Mutiny.StatelessSession session, UUID id, String state, String outcome, Instant now) {
        return session.createNativeQuery(END)
                .setParameter("id", id)
                .setParameter("state", state)
                .setParameter("outcome", outcome)
                .setParameter("now", now.toString())
                .executeUpdate()
                .map(rows -> rows > 0);
    }

    /** Locks it while it runs; false when it no longer does. */
    public Uni<Boolean> stillRuns(Mutiny.StatelessSession session, UUID id) {
        return session.createNativeQuery(
                        "select true from training_run where run_id = :id and state = 'RUNNING' for update",
                        Boolean.class)
                .setParameter("id", id)
                .getResultList()
                .map(rows -> !rows.isEmpty());
    }

    /** Asks it to stop; false when it has ended, or never was. */
    public Uni<Boolean> stop(Mutiny.StatelessSession session, UUID id, Instant now) {
        return session.createNativeQuery(STOP)
                .setParameter("id", id)
                .setParameter("now", now.toString())
                .executeUpdate()
                .map(rows -> rows > 0);
    }

    /** One training. */
    public Uni<Optional<TrainingRun>> find(Mutiny.StatelessSession session, UUID id) {
        return session.createNativeQuery(ROW + "where run_id = :id", String.class)
                .setParameter("id", id)
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(row -> JsonRows.read(row, TrainingRun.class)));
    }

    /** The newest first. */
    public Uni<List<TrainingRun>> newest(Mutiny.StatelessSession session, int most) {
        return session.createNativeQuery(ROW + "order by requested_at desc limit :most", String.class)
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> JsonRows.read(row, TrainingRun.class))
                        .toList());
    }
}
