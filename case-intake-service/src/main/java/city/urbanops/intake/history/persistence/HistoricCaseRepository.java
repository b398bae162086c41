package city.urbanops.intake.history.persistence;

import city.urbanops.intake.casefile.domain.JournalHead;
import city.urbanops.intake.history.application.HistoricCases;
import city.urbanops.kit.persistence.JsonRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Imported cases in {@code case_file}, told from others by their {@code source_system}. */
@Singleton
class HistoricCaseRepository implements HistoricCases {

    /** What a later export may change: neither text nor address, which are indexed once, nor when it was reported. */
    private static final List<String> LATER = List.of(
            "phase",
            "channel",
            "class_code",
            "area_code",
            "district_code",
            "lng",
            "lat",
            "filed_at",
            "closed_at",
            "closure_kind",
            "department",
            "due_at",
            "journal_length",
            "journal_seal",
            "imported");

    private static final String ADD = JsonRows.insertInto("case_file", HistoricCaseRow.class, ":rows")
            + "on conflict do nothing returning source_no";

    // in the order of the source ids: two imports of one file must not lock each other out
    private static final String LOCK = """
            select source_no, case_id, text, address, reported_at, imported ->> 'digest' as digest, imported ->> 'asOf' as as_of,
                   journal_length, encode(journal_seal, 'hex') as seal,
                   (select min(j.at) from journal j where j.case_id = f.case_id) as imported_at,
                   exists (select from journal j where j.case_id = f.case_id and j.type <> 'urbanops.case.imported.v1') as handled_here
            from case_file f
            where source_system = :system and source_no in (select json_array_elements_text(cast(cast(:ids as text) as json)))
            order by source_no for no key update of f
            """;

    private static final String UPDATE = """
            update case_file set (%1$s) = (select %2$s)
            from json_populate_recordset(cast(null as case_file), cast(cast(:rows as text) as json)) as told
            where case_file.case_id = told.case_id
            """.formatted(
                    String.join(", ", LATER),
                    LATER.stream().map(column -> "told." + column).collect(Collectors.joining(", ")));

    private static final String COUNT = "select count(*) from case_file where source_system = :system";

    @Override
    public Uni<Set<String>> add(Mutiny.StatelessSession session, List<Prepared> cases) {
        // always in the same order: two imports of one file must not lock each other out
        var rows = cases.stream()
                .sorted(Comparator.comparing(one -> one.file().sourceId()))
                .map(HistoricCaseRow::of)
                .toList();
        return session.createNativeQuery(ADD, String.class)
                .setParameter("rows", JsonRows.write(rows))
                .getResultList()
                .map(Set::copyOf);
    }

    @Override
    public Uni<Map<String, Known>> lock(
            Mutiny.StatelessSession session, String sourceSystem, Collection<String> sourceIds) {
        return session.createNativeQuery(LOCK, Tuple.class)
                .setParameter("system", sourceSystem)
                .setParameter("ids", JsonRows.write(List.copyOf(sourceIds)))
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.get("source_no", String.class), HistoricCaseRepository::known)));
    }

    @Override
    public Uni<Void> update(Mutiny.StatelessSession session, List<Prepared> cases) {
        return session.createNativeQuery(UPDATE)
                .setParameter(
                        "rows",
                        JsonRows.write(cases.stream().map(HistoricCaseRow::of).toList()))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Known known(Tuple row) {
        var asOf = row.get("as_of", String.class);
        return new Known(
                row.get("case_id", UUID.class),
                row.get("text", String.class),
                row.get("address", String.class),
                row.get("reported_at", OffsetDateTime.class).toInstant(),
                row.get("digest", String.class),
                asOf == null ? row.get("imported_at", OffsetDateTime.class).toInstant() : Instant.parse(asOf),
                row.get("handled_here", Boolean.class),
                new JournalHead(row.get("journal_length", Integer.class), row.get("seal", String.class)));
    }

    @Override
    public Uni<Long> count(Mutiny.StatelessSession session, String sourceSystem) {
        return session.createNativeQuery(COUNT, Long.class)
                .setParameter("system", sourceSystem)
                .getSingleResult();
    }
}
