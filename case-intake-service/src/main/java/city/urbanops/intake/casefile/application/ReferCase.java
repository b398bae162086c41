package city.urbanops.intake.casefile.application;

import city.urbanops.contracts.ContractJson;
import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.FilingCommand;
import city.urbanops.intake.casefile.domain.FilingCommand.Ask;
import city.urbanops.intake.casefile.domain.FilingCommand.VoidCase;
import city.urbanops.intake.casefile.domain.PendingRequest;
import city.urbanops.intake.casefile.domain.Phase;
import city.urbanops.intake.casefile.domain.Referral;
import city.urbanops.intake.casefile.domain.ReferralWish;
import city.urbanops.intake.casefile.domain.SupervisionDecider;
import city.urbanops.intake.referral.application.ReferralKinds;
import city.urbanops.intake.referral.application.ReferralList;
import city.urbanops.intake.referral.application.ReportReturns;
import city.urbanops.intake.referral.application.ReportReturns.Return;
import city.urbanops.intake.reporter.application.ReporterAnswers;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Declares a case void, or asks for it, and says where the matter belongs instead: to its reporters and to the system it came from. */
@Singleton
public class ReferCase {

    private final CaseFiles files;
    private final CaseQueries queries;
    private final CaseWriter writer;
    private final Telling telling;
    private final Moments moments;

    ReferCase(CaseFiles files, CaseQueries queries, CaseWriter writer, Telling telling, Moments moments) {
        this.files = files;
        this.queries = queries;
        this.writer = writer;
        this.telling = telling;
        this.moments = moments;
    }

    /**
     * Declares the case of the step void.
     *
     * @param byLeader true if the actor may decide what others have to ask for
     * @param named where the matter belongs; absent for what was asked for, if anything
     * @return the case afterwards
     * @throws ProblemException as failed {@code Uni}: 403, 404, 409 or 422
     */
    public Uni<CaseFile> voidCase(
            Mutiny.StatelessSession session,
            StepRequest step,
            boolean byLeader,
            @Nullable Referral named,
            @Nullable String opinion) {
        return load(session, step).chain(file -> wish(session, step, named == null ? asked(file) : named)
                .chain(wish -> {
                    if (!byLeader && ReferralWish.needsLeader(file, wish.orElse(null))) {
                        throw new ProblemException(Problem.forbidden(
                                "Only the shift leader may void the case so; ask for it with request-void."));
                    }
                    var command = new VoidCase(wish.orElse(null), opinion);
                    var now = moments.now();
                    return decide(session, step, file, command, wish, now)
                            .call(next -> telling.tell(session, next, wish, opinion, step.actor(), now));
                }));
    }

    /**
     * Asks the shift leader to void the case of the step.
     *
     * @param named where the matter belongs, if it is ours to say
     * @return the case afterwards
     * @throws ProblemException as failed {@code Uni}: 404, 409 or 422
     */
    public Uni<CaseFile> ask(
            Mutiny.StatelessSession session, StepRequest step, @Nullable Referral named, @Nullable String opinion) {
        return load(session, step).chain(file -> wish(session, step, named)
                .chain(wish -> decide(
                        session,
                        step,
                        file,
                        new Ask(PendingRequest.Kind.VOID, wish.orElse(null), opinion),
                        wish,
                        moments.now())));
    }

    private Uni<CaseFile> load(Mutiny.StatelessSession session, StepRequest step) {
        return files.lock(session, step.caseId()).map(found -> Decisions.visible(found, step.scope()));
    }

    private Uni<CaseFile> decide(
            Mutiny.StatelessSession session,
            StepRequest step,
            CaseFile file,
            FilingCommand command,
            Optional<ReferralWish> wish,
            Instant now) {
        var accepted = Decisions.accepted(SupervisionDecider.decide(file, command, step.actor(), now));
        var details =
                wish.map(known -> details(step.details(), known.referral())).orElse(step.details());
        return writer.save(session, file, accepted, step.actor(), now, details);
    }

    private Uni<Optional<ReferralWish>> wish(
            Mutiny.StatelessSession session, StepRequest step, @Nullable Referral referral) {
        if (referral == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return telling.kinds(session).chain(list -> {
            var kind = list.kind(referral.kind())
                    .orElseThrow(() -> new ProblemException(Problem.unprocessable(
                            "referral.kind", "is not one of the city's kinds, see GET /referral-kinds")));
            return earlier(session, step, referral)
                    .map(earlier -> Optional.of(new ReferralWish(referral, kind, earlier.orElse(null))));
        });
    }

    private Uni<Optional<CaseFile>> earlier(Mutiny.StatelessSession session, StepRequest step, Referral referral) {
        var named = referral.earlierCaseId();
        return named == null ? Uni.createFrom().item(Optional.empty()) : queries.find(session, named, step.scope());
    }

    private static @Nullable Referral asked(CaseFile file) {
        var request = file.supervision().request();
        return request != null && request.kind() == PendingRequest.Kind.VOID ? file.referral() : null;
    }

    /** The evidence of the step, and beside it the referral: granting one names it again. */
    private static String details(@Nullable String evidence, Referral referral) {
        try {
            var all = evidence == null
                    ? ContractJson.mapper().createObjectNode()
                    : (ObjectNode) ContractJson.mapper().readTree(evidence);
            all.set("referral", ContractJson.mapper().valueToTree(referral));
            return all.toString();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who is told of a referral, and in which words. */
    @Singleton
    static class Telling {

        private final ReferralKinds kinds;
        private final ReporterAnswers answers;
        private final ReportReturns returns;

        Telling(ReferralKinds kinds, ReporterAnswers answers, ReportReturns returns) {
            this.kinds = kinds;
            this.answers = answers;
            this.returns = returns;
        }

        Uni<ReferralList> kinds(Mutiny.StatelessSession session) {
            return kinds.inForce(session);
        }

        /** The reporters of a void case are told where it belongs, or why it is none; the system it came from, that it is back. */
        Uni<Void> tell(
                Mutiny.StatelessSession session,
                CaseFile file,
                Optional<ReferralWish> wish,
                @Nullable String opinion,
                String actor,
                Instant now) {
            var words = wish.map(known -> known.kind().words(known.referral(), known.earlier()))
                    .orElse(opinion);
            return answers.owe(session, file.id(), file.round(), Phase.VOID.name(), words, now)
                    .chain(() -> wish.filter(known -> known.kind().returns())
                            .map(known -> returns.add(
                                    session,
                                    returned(file, known.referral(), opinion, actor, now),
                                    file.report().place().areaCode()))
                            .orElse(Uni.createFrom().voidItem()));
        }

        private static Return returned(
                CaseFile file, Referral referral, @Nullable String opinion, String actor, Instant now) {
            var report = file.report();
            return new Return(
                    file.id(),
                    file.number(),
                    report.channel().name(),
                    report.publisher(),
                    Objects.requireNonNull(report.sourceNo(), "returned without a number"),
                    referral.kind(),
                    referral.to(),
                    Objects.requireNonNull(opinion, "void without an opinion"),
                    actor,
                    now,
                    null);
        }
    }
}
