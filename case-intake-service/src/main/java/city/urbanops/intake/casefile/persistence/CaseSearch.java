package city.urbanops.intake.casefile.persistence;

import city.urbanops.intake.casefile.application.CaseQueries;
import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.SearchTerms;
import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.security.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Searches {@code case_file}. */
@Singleton
class CaseSearch implements CaseQueries {

    /** A linked report is shown in its parent's phase; everything else of it is its own. */
    private static final String SELECT = """
            select f, coalesce(parent.phase, f.phase)
            from CaseFileEntity f left join CaseFileEntity parent on parent.caseId = f.duplicateOf
            """;

    private static final String PLAN_EACH = "select set_config('plan_cache_mode', 'force_custom_plan', true)";

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
        var terms = filter.text().flatMap(SearchTerms::of);
        // planned for these very values: what is rare and what is common need different indexes (ADR 0027)
        return session.withTransaction(transaction -> session.createNativeQuery(PLAN_EACH, String.class)
                .getSingleResult()
                .chain(set -> terms.map(words -> WordFrequencies.of(session, words))
                        .orElse(Uni.createFrom().item(WordFrequencies.NONE)))
                .chain(frequencies -> ids(session, CasePage.of(filter, terms, frequencies, scope, page)))
                .chain(shown -> load(session, shown)));
    }

    private static Uni<Map<UUID, String>> ids(Mutiny.StatelessSession session, CasePage found) {
        var query = session.createNativeQuery(found.sql(), Tuple.class);
        found.parameters().forEach(query::setParameter);
        return query.getResultList().map(rows -> {
            var shown = new LinkedHashMap<UUID, String>();
            rows.forEach(row -> shown.put(row.get("case_id", UUID.class), row.get("shown", String.class)));
            return shown;
        });
    }

    private static Uni<List<CaseFile>> load(Mutiny.StatelessSession session, Map<UUID, String> shown) {
        if (shown.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createSelectionQuery("from CaseFileEntity where caseId in (:ids)", CaseFileEntity.class)
                .setParameter("ids", shown.keySet())
                .getResultList()
                .map(rows -> {
                    var byId = rows.stream().collect(Collectors.toMap(row -> row.caseId, Function.identity()));
                    return shown.entrySet().stream()
                            .filter(entry -> byId.containsKey(entry.getKey()))
                            .map(entry -> inShownPhase(new Object[] {byId.get(entry.getKey()), entry.getValue()}))
                            .toList();
                });
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
}
