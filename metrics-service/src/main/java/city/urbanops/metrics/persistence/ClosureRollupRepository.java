package city.urbanops.metrics.persistence;

import city.urbanops.contracts.ContractJson;
import city.urbanops.kit.persistence.Sql;
import city.urbanops.metrics.application.ClosureQuery;
import city.urbanops.metrics.application.ClosureRollups;
import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.domain.Counts;
import city.urbanops.metrics.domain.RollupKey;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Counts in {@code closure_rollup}: one column per {@link CaseSet}, of the same name. */
@Singleton
class ClosureRollupRepository implements ClosureRollups {

    private static final String KEY = "counted_on, department, district, class_code, channel";

    /** In the order of the key, so that two replicas never wait for each other. */
    private static final Sql ADD =
            Sql.of("""
            insert into closure_rollup (%1$s, %2$s)
            select %1$s, %2$s from json_populate_recordset(cast(null as closure_rollup), cast(cast($1 as text) as json))
            order by %1$s
            on conflict (%1$s) do update set %3$s
            """.formatted(KEY, eachColumn("%s"), eachColumn("%1$s = closure_rollup.%1$s + excluded.%1$s")));

    @Override
    public Uni<Void> add(Mutiny.StatelessSession session, Map<RollupKey, Counts> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var rows = ContractJson.mapper().createArrayNode();
        changes.forEach((key, counts) -> add(key, counts, rows));
        return ADD.on(session, rows.toString()).replaceWithVoid();
    }

    @Override
    public Uni<List<GroupCounts>> sum(Mutiny.StatelessSession session, ClosureQuery query) {
        var select = session.createNativeQuery(sumSql(query), Tuple.class)
                .setParameter("from", query.from())
                .setParameter("to", query.to());
        query.department().ifPresent(department -> select.setParameter("department", department));
        query.areaPrefix().ifPresent(area -> select.setParameter("area", area));
        return select.getResultList()
                .map(rows -> rows.stream().map(ClosureRollupRepository::group).toList());
    }

    /** The statement of a query; it reads nothing but rollups. */
    static String sumSql(ClosureQuery query) {
        return """
                select %s as group_key, %s from closure_rollup
                where counted_on >= :from and counted_on < :to and reported > 0 %s %s
                group by 1 order by 1
                """.formatted(
                        groupColumn(query.groupBy()),
                        eachColumn("cast(sum(%1$s) as bigint) as %1$s"),
                        query.department().isPresent() ? "and department = :department" : "",
                        query.areaPrefix().isPresent() ? "and starts_with(district, :area)" : "");
    }

    private static String groupColumn(ClosureQuery.GroupBy groupBy) {
        return switch (groupBy) {
            case DEPARTMENT -> "department";
            case DISTRICT -> "district";
            case CLASS -> "class_code";
            case CHANNEL -> "channel";
            case MONTH -> "to_char(counted_on, 'YYYY-MM')";
            case DAY -> "to_char(counted_on, 'YYYY-MM-DD')";
        };
    }

    private static GroupCounts group(Tuple row) {
        var counts = new Counts();
        for (var set : CaseSet.values()) {
            counts.add(set, row.get(column(set), Long.class));
        }
        return new GroupCounts(row.get("group_key", String.class), counts);
    }

    private static void add(RollupKey key, Counts counts, ArrayNode rows) {
        var row = rows.addObject()
                .put("counted_on", key.day().toString())
                .put("department", key.department())
                .put("district", key.district())
                .put("class_code", key.classCode())
                .put("channel", key.channel());
        for (var set : CaseSet.values()) {
            row.put(column(set), counts.of(set));
        }
    }

    static String eachColumn(String format) {
        return Arrays.stream(CaseSet.values())
                .map(set -> format.formatted(column(set)))
                .collect(Collectors.joining(", "));
    }

    private static String column(CaseSet set) {
        return set.name().toLowerCase(Locale.ROOT);
    }
}
