package city.urbanops.metrics.assessment.persistence;

import city.urbanops.kit.persistence.JsonRows;
import city.urbanops.metrics.assessment.application.Ledger;
import city.urbanops.metrics.assessment.domain.Period;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Entered figures, ledger entries and publications; appeals are written by {@link AppealRepository}. */
@Singleton
class LedgerRepository implements Ledger {

    private static final String INPUTS = """
            select distinct on (unit, input) unit, input, value from assessment_input
            where scheme = :scheme and period = :period order by unit, input, entered_at desc, entry_id desc
            """;
    private static final String ENTRIES = """
            select * from ledger_entry
            where scheme = :scheme and period = :period and (cast(:unit as text) is null or unit = :unit) order by entry_id
            """;
    private static final String PUBLISHED = """
            select scheme, period, revision, version, cast(sheet as text) as sheet, digest, published_at, published_by,
                   cast(inputs as text) as inputs
            from assessment_publication where scheme = :scheme and period = :period order by revision desc limit 1
            """;
    private static final String PUBLISH = """
            insert into assessment_publication
                (scheme, period, revision, version, sheet, digest, published_at, published_by, inputs)
            values (:scheme, :period, :revision, :version, cast(cast(:sheet as text) as json), :digest,
                cast(cast(:at as text) as timestamptz), :by, cast(cast(:inputs as text) as json))
            """;
    private static final String LOCK = "select 1 from (select pg_advisory_xact_lock(hashtext(:key))) as locked";

    private final AppealRepository appeals;

    LedgerRepository(AppealRepository appeals) {
        this.appeals = appeals;
    }

    @Override
    public Uni<Map<String, Map<String, Double>>> inputs(Mutiny.StatelessSession session, String scheme, Period period) {
        return session.createNativeQuery(INPUTS, Tuple.class)
                .setParameter("scheme", scheme)
                .setParameter("period", period.name())
                .getResultList()
                .map(rows -> {
                    var inputs = new HashMap<String, Map<String, Double>>();
                    rows.forEach(row -> inputs.computeIfAbsent(row.get("unit", String.class), unit -> new HashMap<>())
                            .put(row.get("input", String.class), row.get("value", Double.class)));
                    return inputs;
                });
    }

    @Override
    public Uni<Void> enter(Mutiny.StatelessSession session, String scheme, Period period, EnteredFigure figure) {
        var row = new InputRow(
                figure.id(),
                scheme,
                period.name(),
                figure.unit(),
                figure.input(),
                figure.value(),
                figure.note(),
                figure.at(),
                figure.by());
        return JsonRows.insert(session, "assessment_input", List.of(row));
    }

    @Override
    public Uni<List<LedgerEntry>> entries(
            Mutiny.StatelessSession session, String scheme, Period period, Optional<String> unit) {
        return session.createNativeQuery(ENTRIES, Tuple.class)
                .setParameter("scheme", scheme)
                .setParameter("period", period.name())
                .setParameter("unit", unit.orElse(null))
                .getResultList()
                .map(rows -> rows.stream().map(LedgerRepository::entry).toList());
    }

    @Override
    public Uni<Void> append(Mutiny.StatelessSession session, List<LedgerEntry> entries) {
        return JsonRows.insert(
                session, "ledger_entry", entries.stream().map(EntryRow::of).toList());
    }

    @Override
    public Uni<Boolean> raise(Mutiny.StatelessSession session, Appeal appeal) {
        return appeals.raise(session, appeal);
    }

    @Override
    public Uni<Optional<Appeal>> lock(Mutiny.StatelessSession session, UUID appealId) {
        return appeals.lock(session, appealId);
    }

    @Override
    public Uni<Void> decide(Mutiny.StatelessSession session, Appeal decided) {
        return appeals.decide(session, decided);
    }

    @Override
    public Uni<List<Appeal>> appeals(
            Mutiny.StatelessSession session, String scheme, Period period, Optional<String> unit) {
        return appeals.find(session, scheme, period, unit);
    }

    @Override
    public Uni<Optional<Publication>> published(Mutiny.StatelessSession session, String scheme, Period period) {
        return session.createNativeQuery(PUBLISHED, Tuple.class)
                .setParameter("scheme", scheme)
                .setParameter("period", period.name())
                .getResultList()
                .map(rows -> rows.stream().map(LedgerRepository::publication).findFirst());
    }

    @Override
    public Uni<Void> publish(Mutiny.StatelessSession session, Publication publication) {
        return session.createNativeQuery(PUBLISH)
                .setParameter("scheme", publication.scheme())
                .setParameter("period", publication.period())
                .setParameter("revision", publication.revision())
                .setParameter("version", publication.version())
                .setParameter("sheet", publication.sheet())
                .setParameter("digest", publication.digest())
                .setParameter("at", publication.at().toString())
                .setParameter("by", publication.by())
                .setParameter("inputs", publication.inputs())
                .executeUpdate()
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> lockPeriod(Mutiny.StatelessSession session, String scheme, Period period) {
        return session.createNativeQuery(LOCK, Integer.class)
                .setParameter("key", "assessment/" + scheme + "/" + period.name())
                .getSingleResult()
                .replaceWithVoid();
    }

    private static LedgerEntry entry(Tuple row) {
        return new LedgerEntry(
                row.get("entry_id", UUID.class),
                row.get("scheme", String.class),
                row.get("version", Integer.class),
                row.get("period", String.class),
                row.get("unit", String.class),
                row.get("part", String.class),
                row.get("case_id", UUID.class),
                row.get("rule", String.class),
                row.get("points", BigDecimal.class),
                row.get("kind", String.class),
                row.get("reason", String.class),
                Rows.instant(row, "entered_at"),
                row.get("entered_by", String.class));
    }

    private static Publication publication(Tuple row) {
        return new Publication(
                row.get("scheme", String.class),
                row.get("period", String.class),
                row.get("revision", Integer.class),
                row.get("version", Integer.class),
                row.get("sheet", String.class),
                row.get("digest", String.class),
                Rows.instant(row, "published_at"),
                row.get("published_by", String.class),
                row.get("inputs", String.class));
    }

    private record InputRow(
            UUID entryId,
            String scheme,
            String period,
            String unit,
            String input,
            double value,
            @Nullable String note,
            Instant enteredAt,
            String enteredBy) {}

    private record EntryRow(
            UUID entryId,
            String scheme,
            int version,
            String period,
            @Nullable String unit,
            @Nullable String part,
            @Nullable UUID caseId,
            @Nullable String rule,
            @Nullable BigDecimal points,
            String kind,
            @Nullable String reason,
            Instant enteredAt,
            String enteredBy) {

        static EntryRow of(LedgerEntry entry) {
            return new EntryRow(
                    entry.entryId(),
                    entry.scheme(),
                    entry.version(),
                    entry.period(),
                    entry.unit(),
                    entry.part(),
                    entry.caseId(),
                    entry.rule(),
                    entry.points(),
                    entry.kind(),
                    entry.reason(),
                    entry.at(),
                    entry.by());
        }
    }
}
