package city.urbanops.intake.casefile.domain;

import city.urbanops.intake.casefile.domain.CaseChange.CheckRequested;
import city.urbanops.intake.casefile.domain.CaseChange.Closed;
import city.urbanops.intake.casefile.domain.CaseChange.Filed;
import city.urbanops.intake.casefile.domain.CaseChange.Reopened;
import city.urbanops.intake.casefile.domain.CaseChange.Revisited;
import city.urbanops.intake.casefile.domain.CaseChange.ReworkRequested;
import city.urbanops.intake.casefile.domain.ClosingCommand.CloseAsSelfHandled;
import city.urbanops.intake.casefile.domain.ClosingCommand.FailCheck;
import city.urbanops.intake.casefile.domain.ClosingCommand.ForceClose;
import city.urbanops.intake.casefile.domain.ClosingCommand.PassCheck;
import city.urbanops.intake.casefile.domain.ClosingCommand.Reopen;
import city.urbanops.intake.casefile.domain.ClosingCommand.RequestCheck;
import city.urbanops.intake.casefile.domain.ClosingCommand.Revisit;
import city.urbanops.intake.casefile.domain.Decision.Accepted;
import city.urbanops.intake.casefile.domain.Decision.BreaksRule;
import city.urbanops.intake.casefile.domain.Decision.NotNow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The check after handling, the ways to close without one, and what comes after closing. */
final class ClosingDecider {

    private ClosingDecider() {}

    static Decision decide(CaseFile file, ClosingCommand command, String actor, Instant now) {
        if (command instanceof RequestCheck request) {
            return requestCheck(file, request);
        }
        if (command instanceof PassCheck check) {
            return passCheck(file, check, now);
        }
        if (command instanceof FailCheck check) {
            return failCheck(file, check);
        }
        if (command instanceof ForceClose force) {
            return forceClose(file, force, actor, now);
        }
        if (command instanceof CloseAsSelfHandled self) {
            return closeAsSelfHandled(file, self, now);
        }
        return command instanceof Reopen reopen ? reopen(file, reopen, now) : revisit(file, (Revisit) command, now);
    }

    private static Decision requestCheck(CaseFile file, RequestCheck command) {
        if (file.phase() != Phase.CHECKING) {
            return NotNow.phase(file, "sent to the check", Phase.CHECKING);
        }
        if (file.supervision().checkSentRound() == file.round()) {
            return new NotNow("check-sent", "Somebody was sent to check this round already.");
        }
        var dueAt = command.limits().checkSendDueAt(file.supervision().stageDueAt());
        return new Accepted(file.checkSent(), List.of(new CheckRequested(command.opinion(), dueAt)));
    }

    private static Decision passCheck(CaseFile file, PassCheck command, Instant now) {
        if (file.phase() != Phase.CHECKING) {
            return NotNow.phase(file, "checked", Phase.CHECKING);
        }
        var comparison = command.comparison();
        if (comparison == null && command.comparisonRequired()) {
            return new BreaksRule("comparison", "is required before a case is closed in this city");
        }
        if (comparison != null && !(comparison.samePlace() && comparison.closingConditionMet())) {
            return new BreaksRule("comparison", "does not show the closing condition met at the same place");
        }
        var closure = new Closure(ClosureKind.NORMAL, now);
        var dueAt = file.supervision().stageDueAt();
        return new Accepted(file.closed(closure), List.of(new Closed(closure, command.opinion(), dueAt)));
    }

    private static Decision failCheck(CaseFile file, FailCheck command) {
        if (file.phase() != Phase.CHECKING) {
            return NotNow.phase(file, "checked", Phase.CHECKING);
        }
        var opinion = command.opinion();
        if (opinion == null) {
            return BreaksRule.opinionMissing();
        }
        var next = file.reworked();
        return new Accepted(
                next,
                List.of(new ReworkRequested(
                        next.reworkCount(), opinion, file.supervision().stageDueAt())));
    }

    private static Decision forceClose(CaseFile file, ForceClose command, String actor, Instant now) {
        if (!file.phase().isOpen()) {
            return new NotNow("A case in phase %s has ended already.".formatted(file.phase()));
        }
        var opinion = command.opinion();
        if (opinion == null) {
            return BreaksRule.opinionMissing();
        }
        return Approval.refusal(file, PendingRequest.Kind.FORCED_CLOSE, actor)
                .orElseGet(() -> closed(file, ClosureKind.FORCED, opinion, now));
    }

    private static Decision closeAsSelfHandled(CaseFile file, CloseAsSelfHandled command, Instant now) {
        if (file.phase() != Phase.REPORTED && file.phase() != Phase.VERIFYING) {
            return NotNow.phase(file, "closed as put right by the patrol", Phase.REPORTED);
        }
        var opinion = command.opinion();
        return opinion == null ? BreaksRule.opinionMissing() : closed(file, ClosureKind.SELF, opinion, now);
    }

    private static Decision closed(CaseFile file, ClosureKind kind, String opinion, Instant now) {
        var closure = new Closure(kind, now);
        return new Accepted(file.closed(closure), List.of(new Closed(closure, opinion)));
    }

    private static Decision reopen(CaseFile file, Reopen command, Instant now) {
        var refusal = notReopenable(file, command.window(), now);
        if (refusal != null) {
            return refusal;
        }
        var next = file.nextRound().filed(command.row(), now);
        return new Accepted(next, List.of(again(file, command.row(), now, command.opinion())));
    }

    /** A case that was closed without ever being filed is filed now, for the first time; dispatch knows nothing of it yet. */
    private static CaseChange again(CaseFile file, FilingRow row, Instant now, @Nullable String opinion) {
        return file.filedAt() == null ? new Filed(row, now, opinion) : new Reopened(row, now, opinion);
    }

    private static Decision revisit(CaseFile file, Revisit command, Instant now) {
        if (!file.report().channel().isOfCitizens()) {
            return new NotNow("not-revisitable", "No citizen reported it, so nobody can be asked.");
        }
        var refusal = notReopenable(file, command.window(), now);
        if (refusal != null) {
            return refusal;
        }
        if (file.supervision().revisitedRound() == file.round()) {
            return new NotNow("revisited", "The reporter was asked about this round already.");
        }
        var revisited = new Revisited(command.resolved(), command.satisfied(), command.opinion());
        if (command.resolved() && command.satisfied()) {
            return new Accepted(file.revisited(), List.of(revisited));
        }
        var opinion = command.opinion();
        return opinion == null
                ? BreaksRule.opinionMissing()
                : new Accepted(
                        file.revisited().nextRound().filed(command.row(), now),
                        List.of(revisited, again(file, command.row(), now, opinion)));
    }

    private static @Nullable Decision notReopenable(CaseFile file, Duration window, Instant now) {
        var closure = file.closure();
        if (file.phase() != Phase.CLOSED || closure == null) {
            return NotNow.phase(file, "reopened or revisited", Phase.CLOSED);
        }
        if (!file.report().place().isKnown()) {
            return new BreaksRule("areaCode", "the case has no known place, so no unit can be found for it");
        }
        return closure.at().plus(window).isBefore(now)
                ? new NotNow(
                        "too-late",
                        "A case may be reopened within %d days after closing; file a new report instead."
                                .formatted(window.toDays()))
                : null;
    }
}
