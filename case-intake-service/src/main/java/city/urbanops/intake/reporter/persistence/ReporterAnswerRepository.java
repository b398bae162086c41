package city.urbanops.intake.reporter.persistence;

import city.urbanops.intake.reporter.application.ReporterAnswers;
import city.urbanops.kit.persistence.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Answers in {@code reporter_answer}. */
@Singleton
class ReporterAnswerRepository implements ReporterAnswers {

    private static final Sql OWE = Sql.of("""
            insert into reporter_answer (case_id, answered_for, round, closure_kind, opinion, due_since)
            select f.case_id, $1, cast($2 as int), cast($3 as text), cast($4 as text), cast($5 as timestamptz)
            from case_file f join reporter r on r.case_id = f.case_id
            where (f.case_id = $1 or f.duplicate_of = $1)
              and (r.phone_masked is not null or r.name_masked is not null)
            on conflict do nothing
            """);
    private static final String WITHDRAW =
            "delete from reporter_answer where answered_for = :parent and answered_at is null";
    private static final String OPEN = """
            select a.case_id, f.case_number, a.answered_for, a.closure_kind, a.opinion, a.due_since, r.name_masked, r.phone_masked
            from reporter_answer a join case_file f on f.case_id = a.case_id join reporter r on r.case_id = a.case_id
            where a.answered_at is null and f.area_code like :area
            order by a.due_since, a.case_id limit :limit
            """;
    private static final String GIVEN = """
            update reporter_answer set answered_at = cast(cast(:now as text) as timestamptz), answered_by = :actor
            where case_id = :id and answered_at is null
            """;

    @Override
    public Uni<Void> owe(
            Mutiny.StatelessSession session,
            UUID caseId,
            int round,
            String how,
            @Nullable String opinion,
            Instant now) {
        return OWE.on(session, caseId, round, how, opinion, now.atOffset(ZoneOffset.UTC))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> withdraw(Mutiny.StatelessSession session, UUID caseId) {
        return session.createNativeQuery(WITHDRAW)
                .setParameter("parent", caseId)
                .executeUpdate()
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Owed>> open(Mutiny.StatelessSession session, Optional<String> area, int limit) {
        return session.createNativeQuery(OPEN, Tuple.class)
                .setParameter("area", area.orElse("") + "%")
                .setParameter("limit", limit)
                .getResultList()
                .map(rows -> rows.stream().map(ReporterAnswerRepository::owed).toList());
    }

    @Override
    public Uni<Integer> given(Mutiny.StatelessSession session, UUID caseId, String actor, Instant now) {
        return session.createNativeQuery(GIVEN)
                .setParameter("id", caseId)
                .setParameter("actor", actor)
                .setParameter("now", now.toString())
                .executeUpdate();
    }

    private static Owed owed(Tuple row) {
        return new Owed(
                row.get("case_id", UUID.class),
                row.get("case_number", String.class),
                row.get("answered_for", UUID.class),
                row.get("closure_kind", String.class),
                row.get("opinion", String.class),
                row.get("due_since", OffsetDateTime.class).toInstant(),
                row.get("name_masked", String.class),
                row.get("phone_masked", String.class));
    }
}
