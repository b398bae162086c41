package city.urbanops.intake.casefile.domain;

import city.urbanops.intake.casefile.domain.CaseChange.Asked;
import city.urbanops.intake.casefile.domain.CaseChange.Filed;
import city.urbanops.intake.casefile.domain.CaseChange.RequestRefused;
import city.urbanops.intake.casefile.domain.CaseChange.VerificationRequested;
import city.urbanops.intake.casefile.domain.CaseChange.Verified;
import city.urbanops.intake.casefile.domain.CaseChange.Voided;
import city.urbanops.intake.casefile.domain.Decision.Accepted;
import city.urbanops.intake.casefile.domain.Decision.BreaksRule;
import city.urbanops.intake.casefile.domain.Decision.NotNow;
import city.urbanops.intake.casefile.domain.FilingCommand.Ask;
import city.urbanops.intake.casefile.domain.FilingCommand.FileCase;
import city.urbanops.intake.casefile.domain.FilingCommand.RefuseRequest;
import city.urbanops.intake.casefile.domain.FilingCommand.RequestVerification;
import city.urbanops.intake.casefile.domain.FilingCommand.Verify;
import city.urbanops.intake.casefile.domain.FilingCommand.VoidCase;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verification, filing, voiding, and what has to be asked for. */
final class FilingDecider {

    private static final Set<Phase> MAY_BE_VOIDED =
            EnumSet.of(Phase.REPORTED, Phase.VERIFYING, Phase.FILED, Phase.DISPATCHED, Phase.HANDLING);

    private FilingDecider() {}

    static Decision decide(CaseFile file, FilingCommand command, String actor, Instant now) {
        if (command instanceof RequestVerification request) {
            return requestVerification(file, request);
        }
        if (command instanceof Verify verify) {
            return verify(file, verify, now);
        }
        if (command instanceof FileCase filing) {
            return file(file, filing, now);
        }
        if (command instanceof VoidCase voiding) {
            return voidCase(file, voiding, actor);
        }
        return command instanceof Ask ask ? ask(file, ask, actor) : refuse(file, (RefuseRequest) command);
    }

    private static Decision requestVerification(CaseFile file, RequestVerification command) {
        return file.phase() == Phase.REPORTED
                ? new Accepted(
                        file.in(Phase.VERIFYING),
                        List.of(new VerificationRequested(
                                command.opinion(), file.supervision().stageDueAt())))
                : NotNow.phase(file, "sent to verification", Phase.REPORTED);
    }

    private static Decision verify(CaseFile file, Verify command, Instant now) {
        if (file.phase() != Phase.VERIFYING) {
            return NotNow.phase(file, "verified", Phase.VERIFYING);
        }
        var verified = new Verified(
                command.finding(), command.opinion(), file.supervision().stageDueAt());
        var row = command.standingRow();
        if (command.finding() == Finding.EXISTS
                && row != null
                && file.report().place().isKnown()) {
            return new Accepted(file.filed(row, now), List.of(verified, new Filed(row, now, null)));
        }
        return new Accepted(file.in(Phase.REPORTED), List.of(verified));
    }

    private static Decision file(CaseFile file, FileCase command, Instant now) {
        if (file.phase() != Phase.REPORTED) {
            return NotNow.phase(file, "filed", Phase.REPORTED);
        }
        if (!file.report().place().isKnown()) {
            return new BreaksRule("areaCode", "the case has no known place, so no unit can be found for it");
        }
        var row = command.row();
        if (command.original().isPresent() && !row.classCode().equals(file.classCode())) {
            return LateLink.accepted(file, row, command.original().get().saying(command.opinion()));
        }
        var next = file.requested(null).filed(row, now);
        return new Accepted(
                next,
                List.of(new Filed(
                        row, now, command.opinion(), file.supervision().stageDueAt())));
    }

    private static Decision voidCase(CaseFile file, VoidCase command, String actor) {
        if (!MAY_BE_VOIDED.contains(file.phase())) {
            return NotNow.phase(file, "voided", Phase.REPORTED);
        }
        var opinion = command.opinion();
        if (opinion == null) {
            return BreaksRule.opinionMissing();
        }
        var wish = command.wish();
        var referral = wish == null ? null : wish.referral();
        return refusal(file, wish)
                .or(() -> Approval.refusal(file, PendingRequest.Kind.VOID, actor))
                .orElseGet(() -> new Accepted(file.voided(referral), List.of(new Voided(opinion, referral))));
    }

    private static Optional<Decision> refusal(CaseFile file, @Nullable ReferralWish wish) {
        return wish == null ? Optional.empty() : wish.refusal(file).map(broken -> broken);
    }

    private static Decision ask(CaseFile file, Ask command, String actor) {
        var possible = command.kind() == PendingRequest.Kind.VOID
                ? MAY_BE_VOIDED.contains(file.phase())
                : file.phase().isOpen();
        if (!possible) {
            return NotNow.phase(file, "asked for that", Phase.REPORTED);
        }
        var waiting = file.supervision().request();
        if (waiting != null) {
            return new NotNow(
                    "request-pending", "A request (%s) already waits for the shift leader.".formatted(waiting.kind()));
        }
        var opinion = command.opinion();
        if (opinion == null) {
            return BreaksRule.opinionMissing();
        }
        var wish = command.wish();
        var asked = file.requested(new PendingRequest(command.kind(), actor));
        return refusal(file, wish)
                .orElseGet(() -> new Accepted(
                        wish == null ? asked : asked.referred(wish.referral()),
                        List.of(new Asked(command.kind(), opinion))));
    }

    private static Decision refuse(CaseFile file, RefuseRequest command) {
        var waiting = file.supervision().request();
        if (waiting == null) {
            return new NotNow("no-request", "Nothing waits for the shift leader's approval.");
        }
        var opinion = command.opinion();
        return opinion == null
                ? BreaksRule.opinionMissing()
                : new Accepted(file.requested(null), List.of(new RequestRefused(waiting.kind(), opinion)));
    }
}
