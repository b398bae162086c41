package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.domain.CaseCommand;
import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.Decision;
import city.urbanops.intake.casefile.domain.Decision.Accepted;
import city.urbanops.intake.casefile.domain.Decision.BreaksRule;
import city.urbanops.intake.casefile.domain.Decision.NotNow;
import city.urbanops.intake.casefile.domain.SupervisionDecider;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Carries out one supervision step on a case. */
@Singleton
public class ActOnCase {

    private final CaseFiles files;
    private final CaseWriter writer;
    private final Clock clock;

    ActOnCase(CaseFiles files, CaseWriter writer, Clock clock) {
        this.files = files;
        this.writer = writer;
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
            Mutiny.StatelessSession session,
            UUID id,
            Scope scope,
            String actor,
            Function<CaseFile, CaseCommand> command) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return files.lock(session, id)
                .map(found -> found.filter(file -> isVisible(file, scope))
                        .orElseThrow(() -> new ProblemException(Problem.notFound("There is no such case."))))
                .map(file -> accepted(SupervisionDecider.decide(file, command.apply(file), now)))
                .chain(accepted -> writer.save(session, accepted, actor, now));
    }

    private static boolean isVisible(CaseFile file, Scope scope) {
        var assignment = file.assignment();
        return scope.admits(
                Optional.ofNullable(assignment).map(a -> a.department()),
                file.report().place().areaCode());
    }

    private static Accepted accepted(Decision decision) {
        if (decision instanceof NotNow refusal) {
            throw new ProblemException(Problem.conflict("phase", refusal.detail()));
        }
        if (decision instanceof BreaksRule broken) {
            throw new ProblemException(Problem.unprocessable(broken.field(), broken.message()));
        }
        return (Accepted) decision;
    }
}
