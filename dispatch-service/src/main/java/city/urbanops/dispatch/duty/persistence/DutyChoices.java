package city.urbanops.dispatch.duty.persistence;

import city.urbanops.dispatch.duty.domain.DutyChoice;
import city.urbanops.kit.persistence.JsonRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which posts messages went to. */
@Singleton
public class DutyChoices {

    private static final String ADD =
            JsonRows.insertInto("duty_choice", DutyChoice.class, ":rows") + "on conflict (message_id) do nothing";

    private static final String PAGE = """
            select cast(row_to_json(c) as text) from duty_choice c
            where c.unit_code = :unit
            and (c.chosen_at, c.message_id) < (cast(cast(:at as text) as timestamptz), cast(cast(:id as text) as uuid))
            order by c.chosen_at desc, c.message_id desc limit :most
            """;

    /** Keeps them; one that was kept before stays as it is. */
    public Uni<Void> add(Mutiny.StatelessSession session, List<DutyChoice> choices) {
        return choices.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(ADD)
                        .setParameter("rows", JsonRows.write(choices))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    /** A unit's choices before a place in time, the newest first. */
    public Uni<List<DutyChoice>> before(
            Mutiny.StatelessSession session, String unit, Instant at, UUID messageId, int most) {
        return session.createNativeQuery(PAGE, String.class)
                .setParameter("unit", unit)
                .setParameter("at", at.toString())
                .setParameter("id", messageId.toString())
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> JsonRows.read(row, DutyChoice.class))
                        .toList());
    }
}
