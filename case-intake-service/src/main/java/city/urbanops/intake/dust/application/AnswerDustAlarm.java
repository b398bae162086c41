package city.urbanops.intake.dust.application;

import city.urbanops.contracts.dust.DustEvents;
import city.urbanops.contracts.dust.DustUnanswered;
import city.urbanops.intake.dust.persistence.DustEpisodes;
import city.urbanops.intake.dust.persistence.DustEpisodes.CaseStanding;
import city.urbanops.intake.dust.persistence.DustEpisodes.Episode;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.outbox.Outbox;
import city.urbanops.kit.outbox.Outgoing;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** A site answers an alarm, or does not within the time it has: then the lead of the responsible unit hears of it. */
@Singleton
public class AnswerDustAlarm {

    private final DustEpisodes episodes;
    private final DustCases cases;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    AnswerDustAlarm(DustEpisodes episodes, DustCases cases, Outbox outbox, Ids ids, Clock clock) {
        this.episodes = episodes;
        this.cases = cases;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The site has seen the alarm and does something about it; an answer that comes late counts, too.
     *
     * @param alarmId the event that began the episode
     * @throws ProblemException 404 if no alarm of that id began an episode, 409 if it was answered before
     */
    public Uni<Answered> acknowledge(
            Mutiny.StatelessSession session, UUID alarmId, String who, @Nullable String words) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return episodes.lock(session, alarmId)
                .map(found -> found.orElseThrow(
                        () -> new ProblemException(Problem.notFound("No such alarm began an episode."))))
                .invoke(AnswerDustAlarm::requireOpen)
                .call(episode -> episodes.acknowledged(session, episode, who, now))
                .call(episode -> file(session, episode)
                        .chain(file -> file.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : cases.note(
                                        session,
                                        file.get(),
                                        ids.next(),
                                        "urbanops.dust.acknowledged.v1",
                                        who,
                                        words,
                                        now)))
                .map(episode -> new Answered(
                        alarmId, episode.siteId(), episode.start(), episode.caseId(), episode.answerDue(), now, who));
    }

    /** An episode whose site has answered. */
    public record Answered(
            UUID alarmId,
            String siteId,
            Instant episodeStart,
            @Nullable UUID caseId,
            Instant answerDue,
            Instant acknowledgedAt,
            String acknowledgedBy) {}

    private static void requireOpen(Episode episode) {
        if (episode.acknowledgedAt() != null) {
            throw new ProblemException(Problem.conflict(
                    "acknowledged", "It was acknowledged at " + episode.acknowledgedAt() + " already."));
        }
    }

    /** Tells of episodes nobody answered in time; each once, however many replicas look. */
    Uni<Void> tellOfUnanswered(Mutiny.StatelessSession session) {
        return episodes.lockUnanswered(session, clock.instant()).chain(late -> Multi.createFrom()
                .iterable(late)
                .onItem()
                .transformToUniAndConcatenate(episode -> tell(session, episode))
                .collect()
                .last()
                .replaceWithVoid());
    }

    private Uni<Void> tell(Mutiny.StatelessSession session, Episode episode) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var caseId = Objects.requireNonNull(episode.caseId());
        var eventId = ids.next();
        return file(session, episode)
                .chain(file -> {
                    var payload = new DustUnanswered(
                            episode.siteId(),
                            episode.start(),
                            caseId,
                            file.map(CaseStanding::department).orElse(null),
                            episode.answerDue());
                    var event = Outgoing.of(DustEvents.UNANSWERED, eventId, episode.siteId(), now, payload);
                    return outbox.publish(session, List.of(event))
                            .chain(() -> file.isEmpty()
                                    ? Uni.createFrom().voidItem()
                                    : cases.note(
                                            session,
                                            file.get(),
                                            eventId,
                                            DustEvents.UNANSWERED.name(),
                                            DustCases.ACTOR,
                                            "the site did not answer by " + episode.answerDue() + ": to the lead",
                                            now));
                })
                .chain(() -> episodes.unanswered(session, episode, now));
    }

    private Uni<Optional<CaseStanding>> file(Mutiny.StatelessSession session, Episode episode) {
        var caseId = episode.caseId();
        return caseId == null ? Uni.createFrom().item(Optional.empty()) : episodes.lockCase(session, caseId);
    }
}
