package city.urbanops.metrics.persistence;

import city.urbanops.contracts.ContractJson;
import city.urbanops.kit.persistence.Sql;
import city.urbanops.metrics.application.ClosureQuery;
import city.urbanops.metrics.application.ClosureRollups;
import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.domain.Counts;
import city.urbanops.metrics.domain.RollupKey;
import city.urbanops.metrics.domain.Slice;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** Counts in {@code closure_rollup}, and their sums for dashboards in {@code dashboard_rollup}. */
@Singleton
class ClosureRollupRepository implements ClosureRollups {

    static final String KEY = "counted_on, department, district, class_code, channel";
    static final String SLICE_KEY = "slice, within, grain, counted_from, key";

    private static final Sql ADD = Sql.of(CountColumns.upsert("closure_rollup", KEY));
    private static final Sql ADD_SLICES = Sql.of(CountColumns.upsert("dashboard_rollup", SLICE_KEY));

    @Override
    public Uni<Void> add(Mutiny.StatelessSession session, Map<RollupKey, Counts> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Sql.together(List.of(
                ADD.on(session, rows(changes).toString()).replaceWithVoid(),
                ADD_SLICES.on(session, slices(Slice.of(changes)).toString()).replaceWithVoid()));
    }

    @Override
    public Uni<List<GroupCounts>> sum(Mutiny.StatelessSession session, ClosureQuery query, Set<CaseSet> sets) {
        var sums = SumOfSlices.of(query, sets);
        var select = session.createNativeQuery(sums.sql(), Tuple.class);
        sums.values().forEach(select::setParameter);
        return select.getResultList().map(rows -> rows.stream()
                .map(row -> new GroupCounts(row.get("group_key", String.class), CountColumns.read(row, sets)))
                .toList());
    }

    private static ArrayNode rows(Map<RollupKey, Counts> changes) {
        var rows = ContractJson.mapper().createArrayNode();
        changes.forEach((key, counts) -> CountColumns.write(
                counts,
                rows.addObject()
                        .put("counted_on", key.day().toString())
                        .put("department", key.department())
                        .put("district", key.district())
                        .put("class_code", key.classCode())
                        .put("channel", key.channel())));
        return rows;
    }

    private static ArrayNode slices(Map<Slice.Key, Counts> changes) {
        var rows = ContractJson.mapper().createArrayNode();
        changes.forEach((key, counts) -> CountColumns.write(
                counts,
                rows.addObject()
                        .put("slice", key.slice().storedAs())
                        .put("within", key.within())
                        .put("grain", SumOfSlices.storedAs(key.grain()))
                        .put("counted_from", key.from().toString())
                        .put("key", key.key())));
        return rows;
    }
}
