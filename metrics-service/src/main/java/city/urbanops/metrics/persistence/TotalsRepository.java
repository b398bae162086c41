package city.urbanops.metrics.persistence;

import city.urbanops.metrics.application.Totals;
import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.domain.Counts;
import city.urbanops.metrics.domain.Slice;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import org.hibernate.reactive.mutiny.Mutiny;

/** Sums of everything; each statement names its schema, because the search path of a reading of the log is the shadow's. */
@Singleton
class TotalsRepository implements Totals {

    private static final String LOG = "select " + CountColumns.each("cast(coalesce(sum(%1$s), 0) as bigint) as %1$s")
            + " from rebuild.closure_rollup";
    private static final String FACTS = "select " + facts() + " from public.case_fact where counted_on is not null";
    private static final String DASHBOARDS = "select "
            + CountColumns.each("cast(coalesce(sum(%1$s), 0) as bigint) as %1$s")
            + " from public.dashboard_rollup where slice = '" + Slice.DISTRICTS.storedAs()
            + "' and within = '' and grain = 'month'";
    private static final String PARKED =
            "select count(*) as events, count(distinct (topic, key)) as cases from public.parked_event";

    @Override
    public Uni<Three> of(Mutiny.StatelessSession session) {
        return counts(session, LOG).chain(log -> counts(session, FACTS).chain(facts -> counts(session, DASHBOARDS)
                .chain(dashboards -> session.createNativeQuery(PARKED, Tuple.class)
                        .getSingleResult()
                        .map(parked -> new Three(
                                log,
                                facts,
                                dashboards,
                                parked.get("events", Long.class),
                                parked.get("cases", Long.class))))));
    }

    private static Uni<Counts> counts(Mutiny.StatelessSession session, String sql) {
        return session.createNativeQuery(sql, Tuple.class)
                .getSingleResult()
                .map(row -> CountColumns.read(row, CountColumns.all()));
    }

    private static String facts() {
        var columns = CountColumns.each("count(*) filter (where sets & {%1$s} <> 0) as %1$s");
        for (var set : CaseSet.values()) {
            columns = columns.replace("{" + CountColumns.of(set) + "}", Long.toString(set.bit()));
        }
        return columns;
    }
}
