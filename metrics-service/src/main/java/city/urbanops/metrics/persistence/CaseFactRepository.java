package city.urbanops.metrics.persistence;

import city.urbanops.contracts.ContractJson;
import city.urbanops.kit.persistence.EntityColumns;
import city.urbanops.kit.persistence.EntityTable;
import city.urbanops.kit.persistence.Sql;
import city.urbanops.metrics.application.CaseFacts;
import city.urbanops.metrics.domain.CaseFact;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Facts in {@code case_fact}. */
@Singleton
class CaseFactRepository implements CaseFacts {

    static final String COLUMNS = """
            case_id, reported_at, filed_at, dispatched_at, round, reworks, extensions, passed_due_at, last_event_at,
            class_code, area_code, channel, subject_order, department, assigned_at, assignment_order, due_at, due_order,
            suspended, suspended_order, handed_back_at, handed_back_order, ending, ended_at, ending_order,
            duplicate_of, duplicate_order, marks, sets, counted_on, steps
            """;
    private static final Sql LOCK = Sql.of("""
            select %s
            from case_fact where case_id = any($1) order by case_id for no key update
            """.formatted(EntityColumns.of(CaseFactEntity.class, "case_fact")));
    private static final Sql INSERT = Sql.of("""
            insert into case_fact (%1$s)
            select %1$s from json_populate_recordset(cast(null as case_fact), cast(cast($1 as text) as json))
            """.formatted(COLUMNS));
    private static final Sql UPDATE = Sql.of("""
            update case_fact set (%1$s) = (%2$s)
            from json_populate_recordset(cast(null as case_fact), cast(cast($1 as text) as json)) as told
            where case_fact.case_id = told.case_id
            """.formatted(COLUMNS, COLUMNS.replaceAll("(\\w+)", "told.$1")));
    private static final EntityTable<CaseFactEntity> ROWS = EntityTable.of(CaseFactEntity.class);

    private final ZoneId zone;

    CaseFactRepository(Clock clock) {
        this.zone = clock.getZone();
    }

    @Override
    public Uni<Map<UUID, CaseFact>> lock(Mutiny.StatelessSession session, Collection<UUID> caseIds) {
        return LOCK.on(session, (Object) caseIds.toArray(UUID[]::new)).map(rows -> ROWS.read(rows).stream()
                .map(CaseFactMapping::toDomain)
                .collect(Collectors.toMap(CaseFact::caseId, Function.identity())));
    }

    @Override
    public Uni<Void> add(Mutiny.StatelessSession session, Collection<CaseFact> facts) {
        return write(session, INSERT, facts);
    }

    @Override
    public Uni<Void> update(Mutiny.StatelessSession session, Collection<CaseFact> facts) {
        return write(session, UPDATE, facts);
    }

    private Uni<Void> write(Mutiny.StatelessSession session, Sql sql, Collection<CaseFact> facts) {
        if (facts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sql.on(session, json(facts)).replaceWithVoid();
    }

    private String json(Collection<CaseFact> facts) {
        try {
            return ContractJson.mapper()
                    .writeValueAsString(facts.stream()
                            .map(fact -> CaseFactMapping.toEntity(fact, zone))
                            .toList());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("facts cannot be written as JSON", e);
        }
    }
}
