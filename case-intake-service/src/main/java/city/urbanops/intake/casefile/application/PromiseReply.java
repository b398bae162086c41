package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.Report;
import city.urbanops.intake.reporter.application.PromisedReplies;
import city.urbanops.intake.reporter.application.ReplyPolicy;
import city.urbanops.intake.reporter.domain.ReplyDecider;
import city.urbanops.intake.reporter.domain.ReplyWish;
import city.urbanops.intake.reporter.domain.ReplyWish.SetDeadline;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Promises whoever reported a reply, by the rule of the channel or the deadline that came with the report. */
@Singleton
public class PromiseReply {

    private final PromisedReplies replies;
    private final ReplyPolicy policy;
    private final ReplyWriter writer;

    PromiseReply(PromisedReplies replies, ReplyPolicy policy, ReplyWriter writer) {
        this.replies = replies;
        this.policy = policy;
        this.writer = writer;
    }

    /**
     * Makes the promise of a report that was just stored, if there is one to make.
     *
     * @return the case with the entry in its journal
     * @throws ProblemException 422 naming the field if the deadline that came with it lies before the report, or too far from it
     */
    public Uni<CaseFile> promise(Mutiny.StatelessSession session, CaseFile file, ReplyWish wish) {
        var report = file.report();
        check(wish.deadline(), report);
        if (wish.isDeclined()) {
            return replies.decline(session, file.id()).replaceWith(file);
        }
        return policy.of(report.channel())
                .flatMap(rule -> rule.promise(wish, report.reportedAt(), policy.calendar()))
                .map(reply -> writer.add(
                        session,
                        file,
                        ReplyDecider.promise(reply, !file.phase().isOpen(), report.reportedAt()),
                        report.publisher(),
                        report.reportedAt()))
                .orElseGet(() -> Uni.createFrom().item(file));
    }

    private void check(@Nullable SetDeadline deadline, Report report) {
        if (deadline == null) {
            return;
        }
        if (deadline.at().isBefore(report.occurredAt())) {
            throw new ProblemException(Problem.unprocessable(deadline.field(), "lies before the report"));
        }
        if (deadline.at().isAfter(report.reportedAt().plus(policy.longest()))) {
            throw new ProblemException(Problem.unprocessable(
                    deadline.field(),
                    "lies more than %d days ahead".formatted(policy.longest().toDays())));
        }
    }
}
