package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.JournalStep;
import city.urbanops.intake.reporter.application.Reporter;
import city.urbanops.intake.reporter.application.ReporterAnswers;
import city.urbanops.intake.reporter.application.Reporters;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What is done with the person who reported: reveal who it is, and note that he or she was answered. The journal tells of both. */
@Singleton
public class ReporterOfCase {

    private final CaseFiles files;
    private final Journal journal;
    private final Reporters reporters;
    private final ReporterAnswers answers;
    private final Moments moments;

    ReporterOfCase(CaseFiles files, Journal journal, Reporters reporters, ReporterAnswers answers, Moments moments) {
        this.files = files;
        this.journal = journal;
        this.reporters = reporters;
        this.answers = answers;
        this.moments = moments;
    }

    /**
     * Reveals who reported a case; the journal keeps who asked and why.
     *
     * @throws ProblemException as failed {@code Uni}: 404 if there is no such case in scope, or it has no reporter
     */
    public Uni<Reporter> reveal(Mutiny.StatelessSession session, StepRequest step, String reason) {
        return noted(session, step, "reporter.revealed", reason)
                .chain(file -> reporters.reveal(session, file.id()))
                .map(found ->
                        found.orElseThrow(() -> new ProblemException(Problem.notFound("The case has no reporter."))));
    }

    /**
     * Notes that the reporter was told how it ended.
     *
     * @throws ProblemException as failed {@code Uni}: 404 if there is no such case, 409 if no answer is due
     */
    public Uni<CaseFile> answered(Mutiny.StatelessSession session, StepRequest step, @Nullable String words) {
        return answers.given(session, step.caseId(), step.actor(), moments.now())
                .chain(given -> {
                    if (given == 0) {
                        throw new ProblemException(
                                Problem.conflict("no-answer-due", "No answer is due to this reporter."));
                    }
                    return noted(session, step, "reporter.answered", words);
                });
    }

    private Uni<CaseFile> noted(
            Mutiny.StatelessSession session, StepRequest step, String type, @Nullable String words) {
        return files.lock(session, step.caseId()).chain(found -> {
            var file = Decisions.visible(found, step.scope());
            var assignment = file.assignment();
            var department = assignment == null ? null : assignment.department();
            var entry = file.journal()
                    .entry(
                            file.id(),
                            new JournalStep(
                                    type,
                                    moments.now(),
                                    step.actor(),
                                    words,
                                    department,
                                    false,
                                    moments.newId(),
                                    step.details()));
            var next = file.journalled(entry);
            return files.save(session, List.of(next))
                    .chain(() -> journal.append(session, List.of(entry)))
                    .replaceWith(next);
        });
    }

    /** The time, and ids. */
    @Singleton
    static class Moments {

        private final Clock clock;
        private final Ids ids;

        Moments(Clock clock, Ids ids) {
            this.clock = clock;
            this.ids = ids;
        }

        Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }

        UUID newId() {
            return ids.next();
        }
    }
}
