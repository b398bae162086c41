package city.urbanops.metrics.persistence;

import city.urbanops.contracts.ContractJson;
import city.urbanops.kit.persistence.Sql;
import city.urbanops.metrics.application.AssessedRollups;
import city.urbanops.metrics.application.ClosureRollups.GroupCounts;
import city.urbanops.metrics.domain.Assessed;
import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.domain.Counts;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** Sums in {@code assessed_rollup}; a row of zeros counts as absent. */
@Singleton
class AssessedRollupRepository implements AssessedRollups {

    static final String KEY = "kind, counted_from, key";

    private static final Sql ADD = Sql.of(CountColumns.upsert("assessed_rollup", KEY));

    @Override
    public Uni<Void> add(Mutiny.StatelessSession session, Map<Assessed.Key, Counts> changes) {
        return changes.isEmpty()
                ? Uni.createFrom().voidItem()
                : ADD.on(session, rows(changes).toString()).replaceWithVoid();
    }

    @Override
    public Uni<List<GroupCounts>> sum(
            Mutiny.StatelessSession session, Assessed kind, LocalDate from, LocalDate to, Some of, Set<CaseSet> sets) {
        var sql = "select key, " + CountColumns.each(sets, "cast(sum(%1$s) as bigint) as %1$s")
                + " from assessed_rollup a where kind = :kind and counted_from >= :from and counted_from < :to and "
                + CountColumns.any("a")
                + of.only().map(one -> " and key = :key").orElse("")
                + of.after().map(one -> " and key > :after").orElse("")
                + " group by key order by key";
        var select = session.createNativeQuery(sql, Tuple.class)
                .setParameter("kind", kind.id())
                .setParameter("from", from)
                .setParameter("to", to);
        of.only().ifPresent(one -> select.setParameter("key", one));
        of.after().ifPresent(one -> select.setParameter("after", one));
        of.limit().ifPresent(select::setMaxResults);
        return select.getResultList().map(rows -> rows.stream()
                .map(row -> new GroupCounts(row.get("key", String.class), CountColumns.read(row, sets)))
                .toList());
    }

    private static ArrayNode rows(Map<Assessed.Key, Counts> changes) {
        var rows = ContractJson.mapper().createArrayNode();
        changes.forEach((key, counts) -> CountColumns.write(
                counts,
                rows.addObject()
                        .put("kind", key.kind().id())
                        .put("counted_from", key.month().toString())
                        .put("key", key.key())));
        return rows;
    }
}
