package city.urbanops.metrics.assessment.persistence;

import city.urbanops.contracts.ContractJson;
import city.urbanops.metrics.assessment.application.Beats;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Beats in {@code beat}. */
@Singleton
class BeatRepository implements Beats {

    private static final String HOLDING = """
            select distinct on (account) account, array_to_string(areas, ',') as areas from beat
            where valid_from < :before order by account, valid_from desc, entered_at desc, entry_id desc
            """;
    private static final String ADD = """
            insert into beat (entry_id, account, areas, valid_from, entered_at, entered_by)
            select entry_id, account, areas, valid_from, entered_at, entered_by
            from json_populate_record(cast(null as beat), cast(cast(:row as text) as json))
            """;
    private static final String ALL = """
            select entry_id, account, array_to_string(areas, ',') as areas, valid_from, entered_at, entered_by from beat
            order by account, valid_from desc, entered_at desc
            """;

    @Override
    public Uni<Map<String, List<String>>> holding(Mutiny.StatelessSession session, LocalDate before) {
        return session.createNativeQuery(HOLDING, Tuple.class)
                .setParameter("before", before)
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.get("account", String.class),
                                row -> areas(row.get("areas", String.class)))));
    }

    @Override
    public Uni<Void> add(Mutiny.StatelessSession session, Beat beat) {
        var row = ContractJson.mapper()
                .createObjectNode()
                .put("entry_id", beat.entryId().toString())
                .put("account", beat.account())
                .put("valid_from", beat.validFrom().toString())
                .put("entered_at", beat.enteredAt().toString())
                .put("entered_by", beat.enteredBy());
        var areas = row.putArray("areas");
        beat.areas().forEach(areas::add);
        return session.createNativeQuery(ADD)
                .setParameter("row", row.toString())
                .executeUpdate()
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Beat>> all(Mutiny.StatelessSession session) {
        return session.createNativeQuery(ALL, Tuple.class).getResultList().map(rows -> rows.stream()
                .map(row -> new Beat(
                        row.get("entry_id", UUID.class),
                        row.get("account", String.class),
                        areas(row.get("areas", String.class)),
                        row.get("valid_from", LocalDate.class),
                        Rows.instant(row, "entered_at"),
                        row.get("entered_by", String.class)))
                .toList());
    }

    private static List<String> areas(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(","));
    }
}
