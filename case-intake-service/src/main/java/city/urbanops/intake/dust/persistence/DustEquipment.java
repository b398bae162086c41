package city.urbanops.intake.dust.persistence;

import city.urbanops.contracts.dust.DustDeviceFault;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Times in which monitors could not be believed, and the cases of it, in {@code dust_equipment}. */
@Singleton
public class DustEquipment {

    private static final String ADD = """
            insert into dust_equipment (device_id, since, site_id, case_id)
            values (:device, cast(cast(:since as text) as timestamptz), :site, cast(cast(:caseId as text) as uuid))
            on conflict do nothing
            """;
    private static final String LAST = """
            select since, case_id, recovered_at from dust_equipment where device_id = :device order by since desc limit 1
            """;
    private static final String RECOVERED = """
            update dust_equipment set recovered_at = cast(cast(:at as text) as timestamptz)
            where device_id = :device and since = cast(cast(:since as text) as timestamptz)
            """;

    /**
     * One such time of a monitor.
     *
     * @param since start of the first window without a believable reading
     * @param caseId absent if the report was refused
     * @param recovered true if the monitor has measured since
     */
    public record Outage(Instant since, @Nullable UUID caseId, boolean recovered) {}

    /** Stores the beginning of one. */
    public Uni<Void> add(Mutiny.StatelessSession session, DustDeviceFault fault, Optional<UUID> caseId) {
        return session.createNativeQuery(ADD)
                .setParameter("device", fault.deviceId())
                .setParameter("since", fault.since().toString())
                .setParameter("site", fault.siteId())
                .setParameter("caseId", caseId.map(UUID::toString).orElse(null))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The monitor's last one. */
    public Uni<Optional<Outage>> last(Mutiny.StatelessSession session, String deviceId) {
        return session.createNativeQuery(LAST, Tuple.class)
                .setParameter("device", deviceId)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Outage(
                                row.get("since", OffsetDateTime.class).toInstant(),
                                row.get("case_id", UUID.class),
                                row.get("recovered_at", OffsetDateTime.class) != null))
                        .findFirst());
    }

    /** Notes that the monitor measures again. */
    public Uni<Void> recovered(Mutiny.StatelessSession session, String deviceId, Outage outage, Instant at) {
        return session.createNativeQuery(RECOVERED)
                .setParameter("device", deviceId)
                .setParameter("since", outage.since().toString())
                .setParameter("at", at.toString())
                .executeUpdate()
                .replaceWithVoid();
    }
}
