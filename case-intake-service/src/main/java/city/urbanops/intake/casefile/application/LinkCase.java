package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.LinkingCommand.Link;
import city.urbanops.intake.casefile.domain.SupervisionDecider;
import city.urbanops.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Makes a report follow another case by hand; a rule does it by itself when the report comes in. */
@Singleton
public class LinkCase {

    private final CaseFiles files;
    private final CaseWriter writer;
    private final Clock clock;

    LinkCase(CaseFiles files, CaseWriter writer, Clock clock) {
        this.files = files;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Links the case of the step to a parent; both stay locked, so that the parent cannot be linked or closed meanwhile.
     *
     * @return the linked case
     * @throws ProblemException as failed {@code Uni}: 404, 409 or 422
     */
    public Uni<CaseFile> link(
            Mutiny.StatelessSession session, StepRequest step, UUID parentId, @Nullable String opinion) {
        return files.lockAll(session, List.of(step.caseId(), parentId))
                .chain(found -> files.hasFollowers(session, step.caseId())
                        .chain(followed -> decide(session, step, found, new LinkWish(parentId, followed, opinion))));
    }

    private Uni<CaseFile> decide(
            Mutiny.StatelessSession session, StepRequest step, Map<UUID, CaseFile> found, LinkWish wish) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var file = Decisions.visible(Optional.ofNullable(found.get(step.caseId())), step.scope());
        var parent = found.get(wish.parentId());
        var command = new Link(wish.parentId(), parent, wish.hasFollowers(), wish.opinion());
        var accepted = Decisions.accepted(SupervisionDecider.decide(file, command, step.actor(), now));
        return writer.save(session, file, accepted, step.actor(), now, step.details());
    }

    private record LinkWish(
            UUID parentId, boolean hasFollowers, @Nullable String opinion) {}
}
