package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.reporter.application.PromisedReplies;
import city.urbanops.intake.reporter.application.ReplyPolicy;
import city.urbanops.intake.reporter.application.ReporterAnswers;
import city.urbanops.intake.reporter.domain.PromisedReply;
import city.urbanops.intake.reporter.domain.ReplyDecider;
import city.urbanops.intake.reporter.domain.ReplyDecider.Extension;
import city.urbanops.intake.reporter.domain.ReplyDecision;
import city.urbanops.intake.reporter.domain.ReplyDecision.BreaksRule;
import city.urbanops.intake.reporter.domain.ReplyDecision.Done;
import city.urbanops.intake.reporter.domain.ReplyDecision.NotNow;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What is done towards a reply: the reporter is contacted, gets more patience, and is told the result. The journal tells of each. */
@Singleton
public class ReplyToReporter {

    private final CaseFiles files;
    private final ReporterAnswers answers;
    private final PromisedReplies replies;
    private final ReplyPolicy policy;
    private final ReplyWriter writer;
    private final Moments moments;

    ReplyToReporter(
            CaseFiles files,
            ReporterAnswers answers,
            PromisedReplies replies,
            ReplyPolicy policy,
            ReplyWriter writer,
            Moments moments) {
        this.files = files;
        this.answers = answers;
        this.replies = replies;
        this.policy = policy;
        this.writer = writer;
        this.moments = moments;
    }

    /**
     * Notes that the reporter was contacted.
     *
     * @throws ProblemException as failed {@code Uni}: 404 if there is no such case, 409 if no reply was promised, or it was done before
     */
    public Uni<CaseFile> contacted(Mutiny.StatelessSession session, StepRequest step, @Nullable String words) {
        var now = moments.now();
        return locked(session, step).chain(file -> promised(session, file)
                .map(reply -> done(ReplyDecider.contact(reply, now)))
                .chain(done -> writer.write(session, file, done, step.actor(), words, now)));
    }

    /**
     * Gives more time to reply.
     *
     * @param words why
     * @throws ProblemException as failed {@code Uni}: 404, 409 if it is too late or not ours to give, 422 if the reporter does not know
     */
    public Uni<CaseFile> extended(
            Mutiny.StatelessSession session, StepRequest step, String words, boolean applicantTold) {
        var now = moments.now();
        return locked(session, step).chain(file -> promised(session, file)
                .map(reply -> done(ReplyDecider.extend(
                        reply,
                        new Extension(applicantTold, file.report().reportedAt(), policy.mostExtensions()),
                        policy.calendar(),
                        now)))
                .chain(done -> writer.write(session, file, done, step.actor(), words, now)));
    }

    /**
     * Notes that the reporter was told how it ended.
     *
     * @throws ProblemException as failed {@code Uni}: 404 if there is no such case, 409 if no answer is due
     */
    public Uni<CaseFile> answered(Mutiny.StatelessSession session, StepRequest step, @Nullable String words) {
        var now = moments.now();
        return locked(session, step).chain(file -> answers.given(session, file.id(), step.actor(), now)
                .invoke(ReplyToReporter::requireDue)
                .chain(() -> replies.lock(session, file.id()))
                .map(found -> found.map(reply -> ReplyDecider.reply(reply, now))
                        .filter(done -> !done.notes().isEmpty()))
                .chain(done -> done.isPresent()
                        ? writer.write(session, file, done.get(), step.actor(), words, now)
                        : writer.answered(session, file, step.actor(), words, now)));
    }

    private Uni<CaseFile> locked(Mutiny.StatelessSession session, StepRequest step) {
        return files.lock(session, step.caseId()).map(found -> Decisions.visible(found, step.scope()));
    }

    private Uni<PromisedReply> promised(Mutiny.StatelessSession session, CaseFile file) {
        return replies.lock(session, file.id())
                .map(
                        found -> found.orElseThrow(
                                () -> new ProblemException(
                                        Problem.conflict(
                                                "no-reply-promised",
                                                "No reply was promised: nobody is known who reported, wants one, and did so by a channel that replies."))));
    }

    private static void requireDue(int given) {
        if (given == 0) {
            throw new ProblemException(Problem.conflict("no-answer-due", "No answer is due to this reporter."));
        }
    }

    private static Done done(ReplyDecision decision) {
        if (decision instanceof NotNow refusal) {
            throw new ProblemException(Problem.conflict(refusal.reason(), refusal.detail()));
        }
        if (decision instanceof BreaksRule broken) {
            throw new ProblemException(Problem.unprocessable(broken.field(), broken.message()));
        }
        return (Done) decision;
    }
}
