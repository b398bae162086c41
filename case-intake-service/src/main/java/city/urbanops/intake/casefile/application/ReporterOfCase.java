package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.JournalStep;
import city.urbanops.intake.reporter.application.Reporter;
import city.urbanops.intake.reporter.application.Reporters;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reveals who reported; the journal tells of it. */
@Singleton
public class ReporterOfCase {

    private final CaseFiles files;
    private final Journal journal;
    private final Reporters reporters;
    private final Moments moments;

    ReporterOfCase(CaseFiles files, Journal journal, Reporters reporters, Moments moments) {
        this.files = files;
        this.journal = journal;
        this.reporters = reporters;
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
}
