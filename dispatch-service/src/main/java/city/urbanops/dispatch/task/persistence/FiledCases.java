package city.urbanops.dispatch.task.persistence;

import city.urbanops.dispatch.persistence.JsonRows;
import city.urbanops.dispatch.task.domain.FiledCase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** What dispatch keeps of filed cases. */
@Singleton
public class FiledCases {

    private static final String INSERT = """
            insert into filed_case select * from json_populate_recordset(cast(null as filed_case), cast(cast(:rows as text) as json))
            on conflict (case_id) do nothing returning case_id
            """;
    private static final String FIND = """
            select cast(row_to_json(f) as text) from unnest(cast(cast(:cases as text) as uuid[])) as wanted(case_id)
            cross join lateral (select * from filed_case where filed_case.case_id = wanted.case_id offset 0) f
            """;

    /** Keeps the cases not known yet; returns which those are. */
    public Uni<Set<UUID>> insertNew(Mutiny.StatelessSession session, List<FiledCase> cases) {
        if (cases.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return session.createNativeQuery(INSERT, UUID.class)
                .setParameter("rows", JsonRows.write(cases))
                .getResultList()
                .map(HashSet::new);
    }

    /** The cases of these that were filed, in any order. */
    public Uni<List<FiledCase>> find(Mutiny.StatelessSession session, Collection<UUID> caseIds) {
        if (caseIds.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createNativeQuery(FIND, String.class)
                .setParameter("cases", caseIds.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> JsonRows.read(row, FiledCase.class))
                        .toList());
    }

    /** The masked text of a case's report; empty when the case was never filed here. */
    public Uni<String> text(Mutiny.StatelessSession session, UUID caseId) {
        return find(session, List.of(caseId))
                .map(found -> found.isEmpty() ? "" : found.get(0).text());
    }
}
