package city.urbanops.intake.history.persistence;

import city.urbanops.contracts.ContractJson;
import city.urbanops.intake.history.application.HistoricCases;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Imported cases in {@code case_file}, told from others by their {@code source_system}. */
@Singleton
class HistoricCaseRepository implements HistoricCases {

    private static final String COLUMNS = """
            case_id, case_number, phase, round, channel, class_code, text, urgent, area_code, district_code, lng, lat, address,
            occurred_at, reported_at, filed_at, closed_at, closure_kind, department, due_at, rework_count, publisher, source_no,
            journal_length, journal_seal, revisited_round, source_system, imported
            """;

    private static final String ADD = """
            insert into case_file (%1$s)
            select %1$s from json_populate_recordset(cast(null as case_file), cast(cast(:rows as text) as json))
            on conflict do nothing returning source_no
            """.formatted(COLUMNS);

    private static final String DIGESTS = """
            select source_no, imported ->> 'digest' as digest from case_file
            where source_system = :system and source_no in (select json_array_elements_text(cast(cast(:ids as text) as json)))
            """;

    private static final String COUNT = "select count(*) from case_file where source_system = :system";

    @Override
    public Uni<Set<String>> add(Mutiny.StatelessSession session, List<Prepared> cases) {
        // always in the same order: two imports of one file must not lock each other out
        var rows = cases.stream()
                .sorted(Comparator.comparing(one -> one.file().sourceId()))
                .map(HistoricCaseRow::of)
                .toList();
        return session.createNativeQuery(ADD, String.class)
                .setParameter("rows", json(rows))
                .getResultList()
                .map(Set::copyOf);
    }

    @Override
    public Uni<Map<String, String>> digests(
            Mutiny.StatelessSession session, String sourceSystem, Collection<String> sourceIds) {
        return session.createNativeQuery(DIGESTS, Tuple.class)
                .setParameter("system", sourceSystem)
                .setParameter("ids", json(sourceIds))
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.get("source_no", String.class), row -> row.get("digest", String.class))));
    }

    @Override
    public Uni<Long> count(Mutiny.StatelessSession session, String sourceSystem) {
        return session.createNativeQuery(COUNT, Long.class)
                .setParameter("system", sourceSystem)
                .getSingleResult();
    }

    private static String json(Object value) {
        try {
            return ContractJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("rows cannot be written as JSON", e);
        }
    }
}
