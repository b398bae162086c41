package city.urbanops.dispatch.learning.persistence;

import city.urbanops.contracts.ContractJson;
import city.urbanops.dispatch.learning.domain.ModelFigures;
import city.urbanops.dispatch.learning.domain.Target;
import city.urbanops.kit.persistence.JsonRows;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Trained models: what is known of each version, and its bytes in parts. */
@Singleton
public class ModelTable {

    private static final String COLUMNS = """
            select cast(row_to_json(m) as text) from (
                select version, target, state, run_id, trained_at, trained_by, examples, last_example_no, known_classes, scheme,
                    digest, threshold, live_threshold, automatic, reason, figures, changed_at,
                    exists (select 1 from learned_model_part p where p.version = learned_model.version) as stored
                from learned_model) m
            """;
    private static final String INSERT = """
            insert into learned_model
                (target, state, run_id, trained_at, trained_by, examples, last_example_no, known_classes, scheme, digest,
                 threshold, automatic, reason, figures, changed_at)
            select target, state, run_id, trained_at, trained_by, examples, last_example_no, known_classes, scheme, digest,
                 threshold, automatic, reason, figures, changed_at
            from json_populate_record(cast(null as learned_model), cast(cast(:row as text) as json))
            returning version
            """;

    /** A version; the components are the columns. */
    public record Row(
            long version,
            Target target,
            State state,
            UUID runId,
            Instant trainedAt,
            String trainedBy,
            int examples,
            long lastExampleNo,
            List<String> knownClasses,
            String scheme,
            String digest,
            double threshold,
            @Nullable Double liveThreshold,
            boolean automatic,
            String reason,
            JsonNode figures,
            Instant changedAt,
            boolean stored) {

        public Row {
            knownClasses = List.copyOf(knownClasses);
        }

        /** From which confidence on it decides by itself. */
        public double thresholdNow() {
            return liveThreshold == null ? threshold : liveThreshold;
        }

        /** Its name in explanations. */
        public String name() {
            return name(target, version);
        }

        /** A version's name in explanations. */
        public static String name(Target target, long version) {
            return target.name().toLowerCase(java.util.Locale.ROOT) + "-" + version;
        }

        /** Its figures. */
        public ModelFigures readFigures() {
            try {
                return ContractJson.mapper().treeToValue(figures, ModelFigures.class);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whether a version is asked. */
    public enum State {
        /** It is asked. */
        ACTIVE,
        /** It was, and can be gone back to. */
        STANDBY,
        /** It was not good enough when it was trained. */
        REFUSED
    }

    /** Keeps a version and its bytes; returns its number. */
    public Uni<Long> add(Mutiny.StatelessSession session, Row row, List<byte[]> parts) {
        return session.createNativeQuery(INSERT, Long.class)
                .setParameter("row", JsonRows.write(List.of(row)).replaceAll("^\\[|\\]$", ""))
                .getSingleResult()
                .call(version -> addParts(session, version, parts));
    }

    private static Uni<Void> addParts(Mutiny.StatelessSession session, long version, List<byte[]> parts) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (int i = 0; i < parts.size(); i++) {
            int part = i;
            done = done.chain(() -> session.createNativeQuery(
                            "insert into learned_model_part (version, part, bytes) values (:version, :part, :bytes)")
                    .setParameter("version", version)
                    .setParameter("part", part)
                    .setParameter("bytes", parts.get(part))
                    .executeUpdate()
                    .replaceWithVoid());
        }
        return done;
    }

    /** The bytes of a version, one part after the other; empty when they were pruned. */
    public Uni<List<byte[]>> parts(Mutiny.StatelessSession session, long version) {
        return session.createNativeQuery(
                        "select part from learned_model_part where version = :version order by part", Integer.class)
                .setParameter("version", version)
                .getResultList()
                .chain(numbers -> Multi.createFrom()
                        .iterable(numbers)
                        .onItem()
                        .transformToUniAndConcatenate(part -> session.createNativeQuery(
                                        "select bytes from learned_model_part where version = :version and part = :part",
                                        byte[].class)
                                .setParameter("version", version)
                                .setParameter("part", part)
                                .getSingleResult())
                        .collect()
                        .asList());
    }

    /** Every version, the newest first. */
    public Uni<List<Row>> all(Mutiny.StatelessSession session) {
        return rows(session, "order by version desc");
    }

    /** The versions that are asked, one for each target at most. */
    public Uni<List<Row>> active(Mutiny.StatelessSession session) {
        return rows(session, "where state = 'ACTIVE' order by version");
    }

    /** One version. */
    public Uni<Optional<Row>> find(Mutiny.StatelessSession session, long version) {
        return session.createNativeQuery(COLUMNS + " where version = :version", String.class)
                .setParameter("version", version)
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(row -> JsonRows.read(row, Row.class)));
    }

    private static Uni<List<Row>> rows(Mutiny.StatelessSession session, String rest) {
        return session.createNativeQuery(COLUMNS + rest, String.class)
                .getResultList()
                .map(rows ->
                        rows.stream().map(row -> JsonRows.read(row, Row.class)).toList());
    }

    /** One change of a target's active version at a time, until the transaction ends. */
    public Uni<Void> lock(Mutiny.StatelessSession session) {
        return session.createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtext('learned_model'))", Integer.class)
                .getSingleResult()
                .replaceWithVoid();
    }

    /** Makes a version the one that is asked; its threshold is its own again. The caller holds the lock. */
    public Uni<Void> activate(Mutiny.StatelessSession session, Target target, long version, Instant now) {
        return session.createNativeQuery(
                        "update learned_model set state = 'STANDBY' where target = :target and state = 'ACTIVE' and version <> :version")
                .setParameter("target", target.name())
                .setParameter("version", version)
                .executeUpdate()
                .chain(() -> session.createNativeQuery("""
                                update learned_model set state = 'ACTIVE', automatic = true, live_threshold = null,
                                    changed_at = cast(cast(:now as text) as timestamptz)
                                where version = :version
                                """)
                        .setParameter("version", version)
                        .setParameter("now", now.toString())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** What an active version may do by itself from now on; {@code threshold} null leaves it as it is. False when it is not active. */
    public Uni<Boolean> restrain(
            Mutiny.StatelessSession session, long version, boolean automatic, @Nullable Double threshold, Instant now) {
        return session.createNativeQuery("""
                        update learned_model set automatic = :automatic,
                            live_threshold = coalesce(cast(nullif(cast(:threshold as text), '') as double precision), live_threshold),
                            changed_at = cast(cast(:now as text) as timestamptz)
                        where version = :version and state = 'ACTIVE'
                        """)
                .setParameter("version", version)
                .setParameter("automatic", automatic)
                .setParameter("threshold", threshold == null ? "" : threshold.toString())
                .setParameter("now", now.toString())
                .executeUpdate()
                .map(rows -> rows > 0);
    }

    /** Drops the bytes of all but the newest versions of a target; what is known of them stays. */
    public Uni<Void> prune(Mutiny.StatelessSession session, Target target, int kept) {
        return session.createNativeQuery("""
                        delete from learned_model_part where version in (
                            select version from learned_model where target = :target and state <> 'ACTIVE'
                            order by version desc offset :kept)
                        """)
                .setParameter("target", target.name())
                .setParameter("kept", kept)
                .executeUpdate()
                .replaceWithVoid();
    }
}
