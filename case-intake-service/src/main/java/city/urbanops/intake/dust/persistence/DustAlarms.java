package city.urbanops.intake.dust.persistence;

import city.urbanops.contracts.ContractJson;
import city.urbanops.contracts.dust.DustAlarm;
import city.urbanops.contracts.dust.DustDeviceFault;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The steps of the dust rule as they came, in {@code dust_alarm}, and what became of monitors, in {@code dust_device_fault}. */
@Singleton
public class DustAlarms {

    private static final String ADD = """
            insert into dust_alarm (alarm_id, site_id, kind, episode_start, window_start, case_id, evidence, received_at)
            values (:id, :site, :kind, cast(cast(:episode as text) as timestamptz),
                    cast(cast(:window as text) as timestamptz), cast(cast(:caseId as text) as uuid),
                    cast(cast(:evidence as text) as jsonb), cast(cast(:now as text) as timestamptz))
            on conflict do nothing
            """;
    private static final String ADD_FAULT = """
            insert into dust_device_fault (event_id, device_id, site_id, fault, since, at)
            values (:id, :device, :site, :fault, cast(cast(:since as text) as timestamptz), cast(cast(:at as text) as timestamptz))
            on conflict do nothing
            """;
    private static final String LIST = """
            select alarm_id, case_id, cast(evidence as text) as evidence, window_start from dust_alarm
            where (cast(:site as text) is null or site_id = cast(:site as text))
              and (cast(:before as text) is null
                   or (window_start, alarm_id) < (cast(cast(:before as text) as timestamptz), cast(cast(:beforeId as text) as uuid)))
            order by window_start desc, alarm_id desc limit :limit
            """;

    /**
     * A step as it is shown.
     *
     * @param evidence the body of the event
     */
    public record Row(UUID alarmId, @Nullable UUID caseId, JsonNode evidence, Instant windowStart) {}

    /** Keeps a step with its evidence. */
    public Uni<Void> add(
            Mutiny.StatelessSession session, UUID id, DustAlarm alarm, Optional<UUID> caseId, Instant now) {
        var episode = alarm.episodeStart();
        return session.createNativeQuery(ADD)
                .setParameter("id", id)
                .setParameter("site", alarm.siteId())
                .setParameter("kind", alarm.kind().name())
                .setParameter("episode", episode == null ? null : episode.toString())
                .setParameter("window", alarm.windowStart().toString())
                .setParameter("caseId", caseId.map(UUID::toString).orElse(null))
                .setParameter(
                        "evidence", ContractJson.mapper().valueToTree(alarm).toString())
                .setParameter("now", now.toString())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Keeps what became of a monitor. */
    public Uni<Void> add(Mutiny.StatelessSession session, UUID id, DustDeviceFault fault) {
        return session.createNativeQuery(ADD_FAULT)
                .setParameter("id", id)
                .setParameter("device", fault.deviceId())
                .setParameter("site", fault.siteId())
                .setParameter("fault", fault.fault().name())
                .setParameter("since", fault.since().toString())
                .setParameter("at", fault.at().toString())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Steps of one site or of all, newest window first. */
    public Uni<List<Row>> list(
            Mutiny.StatelessSession session,
            @Nullable String siteId,
            @Nullable Instant before,
            @Nullable UUID beforeId,
            int limit) {
        return session.createNativeQuery(LIST, Tuple.class)
                .setParameter("site", siteId)
                .setParameter("before", before == null ? null : before.toString())
                .setParameter("beforeId", beforeId == null ? null : beforeId.toString())
                .setParameter("limit", limit)
                .getResultList()
                .map(rows -> rows.stream().map(DustAlarms::row).toList());
    }

    private static Row row(Tuple row) {
        try {
            return new Row(
                    row.get("alarm_id", UUID.class),
                    row.get("case_id", UUID.class),
                    ContractJson.mapper().readTree(row.get("evidence", String.class)),
                    row.get("window_start", OffsetDateTime.class).toInstant());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
