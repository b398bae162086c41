package city.urbanops.intake.dust.persistence;

import city.urbanops.intake.casefile.domain.Phase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Episodes and whether the site has answered, in {@code dust_episode}. */
@Singleton
public class DustEpisodes {

    private static final String COLUMNS =
            "select site_id, episode_start, alarm_id, case_id, answer_due, acknowledged_at, acknowledged_by from dust_episode ";
    private static final String ADD = """
            insert into dust_episode (site_id, episode_start, alarm_id, case_id, answer_due)
            values (:site, cast(cast(:start as text) as timestamptz), :alarm, cast(cast(:caseId as text) as uuid),
                    cast(cast(:due as text) as timestamptz))
            on conflict do nothing
            """;

    /**
     * An episode.
     *
     * @param alarmId the event that began it
     * @param caseId absent if the report was refused
     * @param answerDue until when the site has to answer
     */
    public record Episode(
            String siteId,
            Instant start,
            UUID alarmId,
            @Nullable UUID caseId,
            Instant answerDue,
            @Nullable Instant acknowledgedAt,
            @Nullable String acknowledgedBy) {}

    /**
     * How the case of an episode stands.
     *
     * @param department who has its task, absent before dispatch
     */
    public record CaseStanding(
            UUID id, boolean isOpen, int round, @Nullable String department) {}

    /** Locks a case and says how it stands; only that, because whoever writes its journal then reads it whole. */
    public Uni<Optional<CaseStanding>> lockCase(Mutiny.StatelessSession session, UUID caseId) {
        return session.createNativeQuery(
                        "select case_id, phase, round, department from case_file where case_id = :id for update",
                        Tuple.class)
                .setParameter("id", caseId)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new CaseStanding(
                                row.get("case_id", UUID.class),
                                Phase.valueOf(row.get("phase", String.class)).isOpen(),
                                row.get("round", Integer.class),
                                row.get("department", String.class)))
                        .findFirst());
    }

    /** Stores a new one. */
    public Uni<Void> add(Mutiny.StatelessSession session, Episode episode) {
        var caseId = episode.caseId();
        return session.createNativeQuery(ADD)
                .setParameter("site", episode.siteId())
                .setParameter("start", episode.start().toString())
                .setParameter("alarm", episode.alarmId())
                .setParameter("caseId", caseId == null ? null : caseId.toString())
                .setParameter("due", episode.answerDue().toString())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The site's last one that has a case. */
    public Uni<Optional<Episode>> last(Mutiny.StatelessSession session, String siteId) {
        return one(session.createNativeQuery(
                        COLUMNS + "where site_id = :site and case_id is not null order by episode_start desc limit 1",
                        Tuple.class)
                .setParameter("site", siteId));
    }

    /** The one that began with this window. */
    public Uni<Optional<Episode>> find(Mutiny.StatelessSession session, String siteId, Instant start) {
        return one(session.createNativeQuery(
                        COLUMNS + "where site_id = :site and episode_start = cast(cast(:start as text) as timestamptz)",
                        Tuple.class)
                .setParameter("site", siteId)
                .setParameter("start", start.toString()));
    }

    /** The one that an alarm began, locked. */
    public Uni<Optional<Episode>> lock(Mutiny.StatelessSession session, UUID alarmId) {
        return one(session.createNativeQuery(COLUMNS + "where alarm_id = :alarm for update", Tuple.class)
                .setParameter("alarm", alarmId));
    }

    /** Some that nobody answered in time, locked; those another replica has are left out. */
    public Uni<List<Episode>> lockUnanswered(Mutiny.StatelessSession session, Instant now) {
        return session.createNativeQuery(COLUMNS + """
                        where acknowledged_at is null and unanswered_at is null and case_id is not null
                          and answer_due <= cast(cast(:now as text) as timestamptz)
                        order by answer_due limit 50 for update skip locked
                        """, Tuple.class)
                .setParameter("now", now.toString())
                .getResultList()
                .map(rows -> rows.stream().map(DustEpisodes::episode).toList());
    }

    /** Notes that the site answered. */
    public Uni<Void> acknowledged(Mutiny.StatelessSession session, Episode episode, String who, Instant now) {
        return update(session, "acknowledged_by = :who, acknowledged_at", episode.siteId(), episode.start(), now, who);
    }

    /** Notes that the lead was told. */
    public Uni<Void> unanswered(Mutiny.StatelessSession session, Episode episode, Instant now) {
        return update(session, "unanswered_at", episode.siteId(), episode.start(), now, null);
    }

    /** Notes that it is over. */
    public Uni<Void> cleared(Mutiny.StatelessSession session, String siteId, Instant start, Instant at) {
        return update(session, "cleared_at", siteId, start, at, null);
    }

    private static Uni<Void> update(
            Mutiny.StatelessSession session,
            String what,
            String siteId,
            Instant start,
            Instant at,
            @Nullable String who) {
        var query = session.createNativeQuery("update dust_episode set " + what
                        + " = cast(cast(:at as text) as timestamptz)"
                        + " where site_id = :site and episode_start = cast(cast(:start as text) as timestamptz)")
                .setParameter("site", siteId)
                .setParameter("start", start.toString())
                .setParameter("at", at.toString());
        return (who == null ? query : query.setParameter("who", who))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<Optional<Episode>> one(Mutiny.SelectionQuery<Tuple> query) {
        return query.getResultList()
                .map(rows -> rows.stream().map(DustEpisodes::episode).findFirst());
    }

    private static Episode episode(Tuple row) {
        return new Episode(
                row.get("site_id", String.class),
                row.get("episode_start", OffsetDateTime.class).toInstant(),
                row.get("alarm_id", UUID.class),
                row.get("case_id", UUID.class),
                row.get("answer_due", OffsetDateTime.class).toInstant(),
                instant(row.get("acknowledged_at", OffsetDateTime.class)),
                row.get("acknowledged_by", String.class));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
