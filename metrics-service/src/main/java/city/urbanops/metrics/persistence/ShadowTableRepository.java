package city.urbanops.metrics.persistence;

import city.urbanops.metrics.application.ShadowTables;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The tables of schema {@code rebuild}, which statements without a schema find first while the search path says so. */
@Singleton
class ShadowTableRepository implements ShadowTables {

    private static final String KEY = ClosureRollupRepository.KEY;
    private static final String SLICE_KEY = ClosureRollupRepository.SLICE_KEY;
    private static final String ASSESSED_KEY = AssessedRollupRepository.KEY;

    /** Unlike dashboards, it reads everything; until the transaction ends. */
    private static final String IN_PARALLEL = "set local max_parallel_workers_per_gather = 2";

    private static final String COMPARE = """
            select (select count(*) from rebuild.case_fact) as facts,
                   (select count(*) from rebuild.case_fact r left join public.case_fact p using (case_id)
                    where r is distinct from p) as differing_facts,
                   (select count(*) from public.case_fact p
                    where not exists (select 1 from rebuild.case_fact r where r.case_id = p.case_id)) as unknown_facts,
                   (select count(*) from (select * from rebuild.closure_rollup where reported <> 0) r
                    full join (select * from public.closure_rollup where reported <> 0) p using (%1$s)
                    where r is distinct from p)
                   + (select count(*) from (select * from rebuild.dashboard_rollup where reported <> 0) r
                    full join (select * from public.dashboard_rollup where reported <> 0) p using (%2$s)
                    where r is distinct from p)
                   + (select count(*) from (select * from rebuild.assessed_rollup a where %3$s) r
                    full join (select * from public.assessed_rollup a where %3$s) p using (%4$s)
                    where r is distinct from p) as differing_rollups,
                   (select coalesce(sum(hashtextextended(cast(f as text), 0)), 0) from rebuild.case_fact f) || '/' ||
                   (select coalesce(sum(hashtextextended(cast(c as text), 0)), 0)
                    from rebuild.closure_rollup c where reported <> 0) || '/' ||
                   (select coalesce(sum(hashtextextended(cast(a as text), 0)), 0)
                    from rebuild.assessed_rollup a where %3$s) as checksum
            """.formatted(KEY, SLICE_KEY, CountColumns.any("a"), ASSESSED_KEY);

    private static final String ADOPT_FACTS =
            """
            insert into public.case_fact (%1$s) select %1$s from rebuild.case_fact
            on conflict (case_id) do update set (%1$s) = row(%2$s)
            where case_fact is distinct from excluded
            """.formatted(CaseFactRepository.COLUMNS, CaseFactRepository.COLUMNS.replaceAll("(\\w+)", "excluded.$1"));

    private static String adopt(String table, String key) {
        return """
                insert into public.%1$s (%2$s, %3$s) select %2$s, %3$s from rebuild.%1$s
                on conflict (%2$s) do update set %4$s where %1$s is distinct from excluded
                """.formatted(table, key, CountColumns.each("%s"), CountColumns.each("%1$s = excluded.%1$s"));
    }

    /** Rows are not deleted, as everywhere: zeros count as absent. */
    private static String clearOthers(String table, String key, String present) {
        return """
                update public.%1$s p set %2$s
                where %5$s and not exists (select 1 from rebuild.%1$s r where (%3$s) = (%4$s))
                """.formatted(
                        table,
                        CountColumns.each("%s = 0"),
                        key.replaceAll("(\\w+)", "r.$1"),
                        key.replaceAll("(\\w+)", "p.$1"),
                        present);
    }

    private static final String NOTE_VERSION = """
            insert into counting values (true, :version, now())
            on conflict (only_row) do update set version = excluded.version, since = excluded.since
            """;

    @Override
    public Uni<Void> clear(Mutiny.StatelessSession session) {
        return all(
                session,
                List.of(
                        "truncate rebuild.case_fact, rebuild.closure_rollup, rebuild.dashboard_rollup, rebuild.assessed_rollup"));
    }

    @Override
    public Uni<Void> use(Mutiny.StatelessSession session) {
        return all(session, List.of("set local search_path = rebuild, public"));
    }

    @Override
    public Uni<Void> holdWriters(Mutiny.StatelessSession session) {
        return all(
                session,
                List.of(
                        "lock table public.case_fact, public.closure_rollup, public.dashboard_rollup, public.assessed_rollup"
                                + " in share row exclusive mode"));
    }

    @Override
    public Uni<Comparison> compare(Mutiny.StatelessSession session) {
        return all(session, List.of(IN_PARALLEL))
                .chain(() -> session.createNativeQuery(COMPARE, Tuple.class).getSingleResult())
                .map(row -> new Comparison(
                        row.get("facts", Long.class),
                        row.get("differing_facts", Long.class),
                        row.get("unknown_facts", Long.class),
                        row.get("differing_rollups", Long.class),
                        row.get("checksum", String.class)));
    }

    @Override
    public Uni<Void> adopt(Mutiny.StatelessSession session) {
        return all(
                session,
                List.of(
                        ADOPT_FACTS,
                        adopt("closure_rollup", KEY),
                        clearOthers("closure_rollup", KEY, "p.reported <> 0"),
                        adopt("dashboard_rollup", SLICE_KEY),
                        clearOthers("dashboard_rollup", SLICE_KEY, "p.reported <> 0"),
                        adopt("assessed_rollup", ASSESSED_KEY),
                        clearOthers("assessed_rollup", ASSESSED_KEY, CountColumns.any("p"))));
    }

    @Override
    public Uni<Integer> version(Mutiny.StatelessSession session) {
        return session.createNativeQuery("select coalesce(max(version), 0) from counting", Integer.class)
                .getSingleResult();
    }

    @Override
    public Uni<Void> version(Mutiny.StatelessSession session, int version) {
        return session.createNativeQuery(NOTE_VERSION)
                .setParameter("version", version)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<Void> all(Mutiny.StatelessSession session, List<String> statements) {
        return Multi.createFrom()
                .iterable(statements)
                .onItem()
                .transformToUniAndConcatenate(
                        sql -> session.createNativeQuery(sql).executeUpdate())
                .collect()
                .with(Collectors.counting())
                .replaceWithVoid();
    }
}
