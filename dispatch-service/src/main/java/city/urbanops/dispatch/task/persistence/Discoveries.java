package city.urbanops.dispatch.task.persistence;

import city.urbanops.dispatch.task.domain.Discovery;
import city.urbanops.kit.persistence.JsonRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** When cases that are not filed yet were seen. */
@Singleton
public class Discoveries {

    private static final String ADD =
            JsonRows.insertInto("case_discovery", Discovery.class, ":rows") + "on conflict (case_id) do nothing";

    private static final String TAKE = """
            with taken as (
                delete from case_discovery where case_id in (
                    select cast(json_array_elements_text(cast(cast(:cases as text) as json)) as uuid))
                returning case_id, discovered_at)
            select cast(row_to_json(t) as text) from taken t
            """;

    /** Keeps them; nothing for an empty list. */
    public Uni<Void> add(Mutiny.StatelessSession session, List<Discovery> seen) {
        return seen.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(ADD)
                        .setParameter("rows", JsonRows.write(seen))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    /** When these were seen, by case, and removes it; those of which it is not known are left out. */
    public Uni<Map<UUID, Instant>> take(Mutiny.StatelessSession session, List<UUID> caseIds) {
        return session.createNativeQuery(TAKE, String.class)
                .setParameter("cases", JsonRows.write(caseIds))
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> JsonRows.read(row, Discovery.class))
                        .collect(Collectors.toMap(Discovery::caseId, Discovery::discoveredAt)));
    }
}
