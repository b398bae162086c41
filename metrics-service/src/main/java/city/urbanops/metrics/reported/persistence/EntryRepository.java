package city.urbanops.metrics.reported.persistence;

import city.urbanops.kit.persistence.JsonRows;
import city.urbanops.kit.persistence.Sql;
import city.urbanops.metrics.reported.application.Entries;
import city.urbanops.metrics.reported.domain.Entry;
import city.urbanops.metrics.reported.domain.Entry.Decision;
import city.urbanops.metrics.reported.domain.Entry.Report;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reports in {@code reported_figure}, decisions in {@code reported_decision}. */
@Singleton
class EntryRepository implements Entries {

    /** One lock for all: reports are some dozens a day, and an import touches many units. */
    private static final Sql LOCK =
            Sql.of("select 1 from (select pg_advisory_xact_lock(hashtext('reported-figures'))) as locked");

    private static final String ENTRIES = """
            select cast(row_to_json(figure) as text) as report,
                   case when decision.entry_id is null then null else cast(row_to_json(decision) as text) end as decision
            from reported_figure figure left join reported_decision decision using (entry_id)
            """;
    private static final Sql FIND = Sql.of(ENTRIES + "where figure.entry_id = $1");
    private static final Sql OF =
            Sql.of(ENTRIES + "where indicator = any($1) and unit = any($2) order by entered_at, figure.entry_id");
    private static final Sql PAGE = Sql.of(ENTRIES + """
            where indicator = $1 and (cast($2 as text) is null or unit = $2) and (cast($3 as text) is null or period = $3)
              and (cast($4 as text) is null
                   or $4 = case decision.confirmed when true then 'CONFIRMED' when false then 'SENT_BACK' else 'PENDING' end)
              and (cast($5 as uuid) is null or (entered_at, figure.entry_id)
                   < (select last.entered_at, last.entry_id from reported_figure last where last.entry_id = $5))
            order by entered_at desc, figure.entry_id desc limit $6
            """);
    private static final String CONFIRMED = """
            select distinct on (indicator, unit, period) cast(row_to_json(figure) as text) as report
            from reported_figure figure join reported_decision decision using (entry_id)
            where decision.confirmed and %s
            order by indicator, unit, period, entered_at desc, figure.entry_id desc
            """;
    private static final Sql CONFIRMED_OF = Sql.of(CONFIRMED.formatted("""
            indicator = $1 and (cast($2 as text) is null or unit = $2)
            and (cardinality(cast($3 as text[])) = 0 or left(period, 4) = any($3))
            """));
    private static final Sql CONFIRMED_FOR = Sql.of(CONFIRMED.formatted("indicator = any($1) and period = $2"));
    private static final Sql KNOWN = Sql.of("""
            select code from unnest(cast($1 as text[])) as code
            where exists (select from closure_rollup where department = code)
               or exists (select from reported_figure where unit = code)
            """);

    @Override
    public Uni<Void> lock(Mutiny.StatelessSession session) {
        return LOCK.on(session).replaceWithVoid();
    }

    @Override
    public Uni<Void> add(Mutiny.StatelessSession session, List<Report> reports) {
        return JsonRows.insert(session, "reported_figure", reports);
    }

    @Override
    public Uni<Void> decide(Mutiny.StatelessSession session, Decision decision) {
        return JsonRows.insert(session, "reported_decision", List.of(decision));
    }

    @Override
    public Uni<Optional<Entry>> find(Mutiny.StatelessSession session, UUID entryId) {
        return FIND.on(session, entryId).map(rows -> entries(rows).stream().findFirst());
    }

    @Override
    public Uni<List<Entry>> of(
            Mutiny.StatelessSession session, Collection<String> indicators, Collection<String> units) {
        return OF.on(session, array(indicators), array(units)).map(EntryRepository::entries);
    }

    @Override
    public Uni<List<Entry>> page(Mutiny.StatelessSession session, Query query) {
        var state = query.state();
        return PAGE.on(
                        session,
                        query.indicator(),
                        query.unit(),
                        query.period(),
                        state == null ? null : state.name(),
                        query.before(),
                        query.limit())
                .map(EntryRepository::entries);
    }

    @Override
    public Uni<List<Report>> confirmed(
            Mutiny.StatelessSession session, String indicator, Optional<String> unit, List<Integer> years) {
        var texts = years.stream().map("%04d"::formatted).toList();
        return CONFIRMED_OF
                .on(session, indicator, unit.orElse(null), array(texts))
                .map(EntryRepository::reports);
    }

    @Override
    public Uni<List<Report>> confirmed(Mutiny.StatelessSession session, Collection<String> indicators, String period) {
        return CONFIRMED_FOR.on(session, array(indicators), period).map(EntryRepository::reports);
    }

    @Override
    public Uni<Set<String>> known(Mutiny.StatelessSession session, Collection<String> units) {
        return KNOWN.on(session, (Object) array(units)).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString("code"))
                .collect(Collectors.toSet()));
    }

    private static String[] array(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static List<Entry> entries(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> Entry.of(
                        JsonRows.read(row.getString("report"), Report.class),
                        row.getString("decision") == null
                                ? null
                                : JsonRows.read(row.getString("decision"), Decision.class)))
                .toList();
    }

    private static List<Report> reports(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> JsonRows.read(row.getString("report"), Report.class))
                .toList();
    }
}
