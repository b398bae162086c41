package city.urbanops.intake.dust.application;

import city.urbanops.contracts.dust.DustAlarm;
import city.urbanops.contracts.dust.DustAlarmKind;
import city.urbanops.intake.dust.persistence.DustAlarms;
import city.urbanops.intake.dust.persistence.DustEpisodes;
import city.urbanops.intake.dust.persistence.DustEpisodes.CaseStanding;
import city.urbanops.intake.dust.persistence.DustEpisodes.Episode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Takes what the dust rule says. The first alarm of a site becomes a case like any submission; while that case is open, everything the rule says
 * of the site is attached to it as evidence (DOMAIN §11).
 */
@Singleton
public class TakeDustAlarms {

    private final DustAlarms alarms;
    private final DustEpisodes episodes;
    private final DustCases cases;
    private final DustConfig config;
    private final Clock clock;

    TakeDustAlarms(DustAlarms alarms, DustEpisodes episodes, DustCases cases, DustConfig config, Clock clock) {
        this.alarms = alarms;
        this.episodes = episodes;
        this.cases = cases;
        this.config = config;
        this.clock = clock;
    }

    /** Keeps a step, and opens or adds to a case if it belongs to an episode. */
    public Uni<Void> take(Mutiny.StatelessSession session, UUID id, DustAlarm alarm) {
        var now = clock.instant();
        return caseOf(session, id, alarm, now).chain(caseId -> alarms.add(session, id, alarm, caseId, now));
    }

    private Uni<Optional<UUID>> caseOf(Mutiny.StatelessSession session, UUID id, DustAlarm alarm, Instant now) {
        var start = alarm.episodeStart();
        if (start == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        if (alarm.kind() == DustAlarmKind.ALARM) {
            return begin(session, id, alarm, now);
        }
        return episodes.find(session, alarm.siteId(), start)
                .chain(episode -> attach(session, id, alarm, episode, start, now));
    }

    private Uni<Optional<UUID>> begin(Mutiny.StatelessSession session, UUID id, DustAlarm alarm, Instant now) {
        return openCase(session, alarm.siteId())
                .chain(open -> open.isPresent()
                        ? cases.journal(session, open.get(), id, alarm, now)
                                .replaceWith(Optional.of(open.get().id()))
                        : cases.report(session, alarm))
                .call(caseId -> episodes.add(
                        session,
                        new Episode(
                                alarm.siteId(),
                                Objects.requireNonNull(alarm.episodeStart()),
                                id,
                                caseId.orElse(null),
                                now.plus(config.answerWithin()),
                                null,
                                null)));
    }

    private Uni<Optional<UUID>> attach(
            Mutiny.StatelessSession session,
            UUID id,
            DustAlarm alarm,
            Optional<Episode> episode,
            Instant start,
            Instant now) {
        var caseId = episode.map(Episode::caseId);
        var over = alarm.kind() == DustAlarmKind.CLEARED
                ? episodes.cleared(
                        session, alarm.siteId(), start, alarm.windowStart().plusSeconds(alarm.windowSeconds()))
                : Uni.createFrom().voidItem();
        return over.chain(() -> caseId.isEmpty()
                ? Uni.createFrom().item(Optional.<UUID>empty())
                : episodes.lockCase(session, caseId.get())
                        .chain(file -> file.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : cases.journal(session, file.get(), id, alarm, now))
                        .replaceWith(caseId));
    }

    private Uni<Optional<CaseStanding>> openCase(Mutiny.StatelessSession session, String siteId) {
        return episodes.last(session, siteId).chain(last -> {
            var caseId = last.map(Episode::caseId);
            return caseId.isEmpty()
                    ? Uni.createFrom().item(Optional.<CaseStanding>empty())
                    : episodes.lockCase(session, caseId.get()).map(found -> found.filter(CaseStanding::isOpen));
        });
    }
}
