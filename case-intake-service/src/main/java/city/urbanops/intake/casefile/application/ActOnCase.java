package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.domain.CaseChange;
import city.urbanops.intake.casefile.domain.CaseChange.Closed;
import city.urbanops.intake.casefile.domain.CaseChange.Reopened;
import city.urbanops.intake.casefile.domain.CaseCommand;
import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.Decision.Accepted;
import city.urbanops.intake.casefile.domain.SupervisionDecider;
import city.urbanops.intake.reporter.application.ReporterAnswers;
import city.urbanops.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Carries out one supervision step on a case. */
@Singleton
public class ActOnCase {

    private final CaseFiles files;
    private final CaseWriter writer;
    private final ReporterAnswers answers;
    private final Clock clock;

    ActOnCase(CaseFiles files, CaseWriter writer, ReporterAnswers answers, Clock clock) {
        this.files = files;
        this.writer = writer;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * Acts on a case.
     *
     * @param command made from the case, because some steps default to what it has
     * @return the case afterwards
     * @throws ProblemException as failed {@code Uni}: 404 if there is none in scope, 409 if not now, 422 if a rule is broken
     */
    public Uni<CaseFile> act(
            Mutiny.StatelessSession session, StepRequest step, Function<CaseFile, CaseCommand> command) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return files.lock(session, step.caseId()).chain(found -> {
            var file = Decisions.visible(found, step.scope());
            var accepted = Decisions.accepted(SupervisionDecider.decide(file, command.apply(file), step.actor(), now));
            return writer.save(session, file, accepted, step.actor(), now, step.details())
                    .call(next -> tellReporters(session, accepted, next, now));
        });
    }

    /** Whoever reported a case, or a repetition of it, is owed an answer when it closes; of one that is void, {@link ReferCase} tells. */
    private Uni<Void> tellReporters(Mutiny.StatelessSession session, Accepted accepted, CaseFile file, Instant now) {
        for (CaseChange change : accepted.changes()) {
            if (change instanceof Closed closed) {
                return answers.owe(
                        session,
                        file.id(),
                        file.round(),
                        closed.closure().kind().name(),
                        closed.opinion(),
                        now);
            }
            if (change instanceof Reopened) {
                return answers.withdraw(session, file.id());
            }
        }
        return Uni.createFrom().voidItem();
    }
}
