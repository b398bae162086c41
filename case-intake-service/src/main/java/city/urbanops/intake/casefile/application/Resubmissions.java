package city.urbanops.intake.casefile.application;

import city.urbanops.intake.referral.application.ReportReturns;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What becomes of a report that was given back and comes again. A number stays taken forever; so a returned one comes again under a new
 * number that names the old one (ADR 0090).
 */
@Singleton
class Resubmissions {

    private final SourceNumbers sourceNumbers;
    private final ReportReturns returns;

    Resubmissions(SourceNumbers sourceNumbers, ReportReturns returns) {
        this.sourceNumbers = sourceNumbers;
        this.returns = returns;
    }

    /** Fails with 409 if the case of a number handed in again was given back: answering with it would look as if we had taken it. */
    Uni<Void> refuseReturned(Mutiny.StatelessSession session, UUID caseId) {
        return returns.isReturned(session, caseId)
                .invoke(returned -> {
                    if (returned) {
                        throw new ProblemException(Problem.conflict(
                                "source-number-returned",
                                "sourceNo was returned as case %s; hand it in under a new number with resubmissionOf."
                                        .formatted(caseId)));
                    }
                })
                .replaceWithVoid();
    }

    /**
     * The returned case a report comes again for; empty for a report that does not say so.
     *
     * @return fails with 422 if it names none, or nothing that was returned
     */
    Uni<Optional<UUID>> returned(Mutiny.StatelessSession session, ReportCommand command, String publisher) {
        var named = command.resubmissionOf();
        if (named == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        if (command.sourceNo() == null) {
            throw new ProblemException(
                    Problem.unprocessable("sourceNo", "is required with resubmissionOf, and is a new number"));
        }
        return sourceNumbers
                .find(session, publisher, command.channel().name(), named)
                .chain(taken -> taken.isEmpty()
                        ? Uni.createFrom().item(Optional.<UUID>empty())
                        : returns.isReturned(session, taken.get().caseId())
                                .map(returned -> taken.filter(known -> returned).map(SourceNumbers.Taken::caseId)))
                .invoke(returned -> {
                    if (returned.isEmpty()) {
                        throw new ProblemException(Problem.unprocessable(
                                "resubmissionOf", "is not a sourceNo of yours on this channel that was returned"));
                    }
                });
    }

    /** Notes that the returned case came again as that one; fails with 409 if it has come again before. */
    Uni<Void> link(Mutiny.StatelessSession session, UUID caseId, Optional<UUID> returned) {
        return returned.isEmpty()
                ? Uni.createFrom().voidItem()
                : returns.resubmitted(session, caseId, returned.get())
                        .invoke(first -> {
                            if (!first) {
                                throw new ProblemException(Problem.conflict(
                                        "resubmitted-before",
                                        "Case %s came again before; what was returned then names its own number."
                                                .formatted(returned.get())));
                            }
                        })
                        .replaceWithVoid();
    }
}
