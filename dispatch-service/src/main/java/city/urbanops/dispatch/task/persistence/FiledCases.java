package city.urbanops.dispatch.task.persistence;

import city.urbanops.dispatch.task.domain.FiledCase;
import city.urbanops.kit.persistence.JsonRows;
import city.urbanops.kit.persistence.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;

/** What dispatch keeps of filed cases. */
@Singleton
public class FiledCases {

    private static final Sql INSERT = Sql.of(JsonRows.insertInto("filed_case", FiledCase.class, "$1")
            + "on conflict (case_id) do nothing returning case_id");
    private static final Sql FIND = Sql.of("""
            select cast(row_to_json(f) as text) from unnest(cast($1 as uuid[])) as wanted(case_id)
            cross join lateral (select * from filed_case where filed_case.case_id = wanted.case_id offset 0) f
            """);

    /** Keeps the cases not known yet; returns which those are. */
    public Uni<Set<UUID>> insertNew(Mutiny.StatelessSession session, List<FiledCase> cases) {
        if (cases.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return INSERT.on(session, JsonRows.write(cases)).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getUUID(0))
                .collect(Collectors.toSet()));
    }

    /** The cases of these that were filed, in any order. */
    public Uni<List<FiledCase>> find(Mutiny.StatelessSession session, Collection<UUID> caseIds) {
        if (caseIds.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return FIND.on(session, (Object) caseIds.toArray(UUID[]::new))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> JsonRows.read(row.getString(0), FiledCase.class))
                        .toList());
    }

    /** The masked text of a case's report; empty when the case was never filed here. */
    public Uni<String> text(Mutiny.StatelessSession session, UUID caseId) {
        return find(session, List.of(caseId))
                .map(found -> found.isEmpty() ? "" : found.get(0).text());
    }
}
