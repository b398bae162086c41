package city.urbanops.intake.casefile.persistence;

import city.urbanops.intake.casefile.application.CaseQueries;
import city.urbanops.intake.casefile.application.Journal.Entry;
import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.security.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Searches {@code case_file}. */
@Singleton
class CaseSearch implements CaseQueries {

    private static final String JOURNAL = """
            select case_id, sequence, type, at, actor, opinion, department, superseded, event_id
            from journal where case_id = :id order by sequence
            """;

    /** A linked report is shown in its parent's phase; everything else of it is its own. */
    private static final String SELECT = """
            select f, coalesce(parent.phase, f.phase)
            from CaseFileEntity f left join CaseFileEntity parent on parent.caseId = f.duplicateOf
            """;

    @Override
    public Uni<Optional<CaseFile>> find(Mutiny.StatelessSession session, UUID id, Scope scope) {
        var where = new Conditions();
        where.and("f.caseId = :id", "id", id);
        limit(where, scope);
        return read(session, SELECT + where.sql(), where, 1)
                .map(files -> files.stream().findFirst());
    }

    @Override
    public Uni<List<CaseFile>> search(Mutiny.StatelessSession session, Filter filter, Scope scope, PageRequest page) {
        var where = new Conditions();
        filter.phase().ifPresent(v -> where.and("coalesce(parent.phase, f.phase) = :phase", "phase", v));
        filter.department().ifPresent(v -> where.and("f.department = :department", "department", v));
        filter.district().ifPresent(v -> where.and("f.districtCode = :district", "district", v));
        filter.classCode().ifPresent(v -> where.and("f.classCode = :classCode", "classCode", v));
        filter.channel().ifPresent(v -> where.and("f.channel = :channel", "channel", v));
        filter.from().ifPresent(v -> where.and("f.reportedAt >= :from", "from", v));
        filter.to().ifPresent(v -> where.and("f.reportedAt < :to", "to", v));
        filter.text().ifPresent(v -> where.and("(f.caseNumber = :text or locate(:text, f.text) > 0)", "text", v));
        page.after().ifPresent(cursor -> {
            where.and(
                    "(f.reportedAt, f.caseId) < (:at, :after)",
                    "at",
                    Instant.parse(cursor.parts().get(0)));
            where.parameter("after", UUID.fromString(cursor.parts().get(1)));
        });
        limit(where, scope);
        var sql = SELECT + where.sql() + " order by f.reportedAt desc, f.caseId desc";
        return read(session, sql, where, page.limit() + 1);
    }

    @Override
    public Uni<List<Entry>> journal(Mutiny.StatelessSession session, UUID caseId) {
        return session.createNativeQuery(JOURNAL, Tuple.class)
                .setParameter("id", caseId)
                .getResultList()
                .map(rows -> rows.stream().map(CaseSearch::entry).toList());
    }

    private static void limit(Conditions where, Scope scope) {
        if (scope.nothing()) {
            where.and("false");
        }
        scope.department().ifPresent(v -> where.and("f.department = :scopeDepartment", "scopeDepartment", v));
        scope.area().ifPresent(v -> where.and("locate(:scopeArea, f.areaCode) = 1", "scopeArea", v));
    }

    private static Uni<List<CaseFile>> read(
            Mutiny.StatelessSession session, String sql, Conditions where, int maxResults) {
        var query = session.createSelectionQuery(sql, Object[].class);
        where.parameters().forEach(query::setParameter);
        return query.setMaxResults(maxResults)
                .getResultList()
                .map(rows -> rows.stream().map(CaseSearch::inShownPhase).toList());
    }

    private static CaseFile inShownPhase(Object[] row) {
        var entity = (CaseFileEntity) row[0];
        entity.phase = (String) row[1];
        return CaseFileMapping.toDomain(entity);
    }

    private static Entry entry(Tuple row) {
        return new Entry(
                row.get("case_id", UUID.class),
                row.get("sequence", Integer.class),
                row.get("type", String.class),
                row.get("at", OffsetDateTime.class).toInstant(),
                row.get("actor", String.class),
                row.get("opinion", String.class),
                row.get("department", String.class),
                row.get("superseded", Boolean.class),
                row.get("event_id", UUID.class));
    }
}
