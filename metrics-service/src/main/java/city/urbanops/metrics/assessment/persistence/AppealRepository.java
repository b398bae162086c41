package city.urbanops.metrics.assessment.persistence;

import city.urbanops.metrics.assessment.application.Ledger.Appeal;
import city.urbanops.metrics.assessment.domain.Period;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Appeals in {@code appeal}: the only table here of which a row changes, once, when it is decided. */
@Singleton
class AppealRepository {

    private static final String RAISE = """
            insert into appeal (appeal_id, scheme, period, unit, case_id, reason, state, raised_at, raised_by)
            values (:id, :scheme, :period, :unit, :caseId, :reason, :state, cast(cast(:at as text) as timestamptz), :by)
            on conflict (scheme, case_id) do nothing
            """;
    private static final String DECIDE = """
            update appeal set state = :state, opinion = :opinion, decided_at = cast(cast(:at as text) as timestamptz), decided_by = :by
            where appeal_id = :id
            """;
    private static final String FIND = """
            select * from appeal
            where scheme = :scheme and period = :period and (cast(:unit as text) is null or unit = :unit) order by appeal_id
            """;

    Uni<Boolean> raise(Mutiny.StatelessSession session, Appeal appeal) {
        return session.createNativeQuery(RAISE)
                .setParameter("id", appeal.appealId())
                .setParameter("scheme", appeal.scheme())
                .setParameter("period", appeal.period())
                .setParameter("unit", appeal.unit())
                .setParameter("caseId", appeal.caseId())
                .setParameter("reason", appeal.reason())
                .setParameter("state", appeal.state())
                .setParameter("at", appeal.raisedAt().toString())
                .setParameter("by", appeal.raisedBy())
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    Uni<Optional<Appeal>> lock(Mutiny.StatelessSession session, UUID appealId) {
        return session.createNativeQuery("select * from appeal where appeal_id = :id for update", Tuple.class)
                .setParameter("id", appealId)
                .getResultList()
                .map(rows -> rows.stream().map(AppealRepository::appeal).findFirst());
    }

    Uni<Void> decide(Mutiny.StatelessSession session, Appeal decided) {
        return session.createNativeQuery(DECIDE)
                .setParameter("state", decided.state())
                .setParameter("opinion", decided.opinion())
                .setParameter("at", Objects.requireNonNull(decided.decidedAt()).toString())
                .setParameter("by", decided.decidedBy())
                .setParameter("id", decided.appealId())
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<List<Appeal>> find(Mutiny.StatelessSession session, String scheme, Period period, Optional<String> unit) {
        return session.createNativeQuery(FIND, Tuple.class)
                .setParameter("scheme", scheme)
                .setParameter("period", period.name())
                .setParameter("unit", unit.orElse(null))
                .getResultList()
                .map(rows -> rows.stream().map(AppealRepository::appeal).toList());
    }

    private static Appeal appeal(Tuple row) {
        return new Appeal(
                row.get("appeal_id", UUID.class),
                row.get("scheme", String.class),
                row.get("period", String.class),
                row.get("unit", String.class),
                row.get("case_id", UUID.class),
                row.get("reason", String.class),
                row.get("state", String.class),
                row.get("opinion", String.class),
                Rows.instant(row, "raised_at"),
                row.get("raised_by", String.class),
                Rows.instantOrNull(row, "decided_at"),
                row.get("decided_by", String.class));
    }
}
