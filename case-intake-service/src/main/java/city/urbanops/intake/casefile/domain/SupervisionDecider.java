package city.urbanops.intake.casefile.domain;

import city.urbanops.intake.casefile.domain.CaseChange.Closed;
import city.urbanops.intake.casefile.domain.CaseChange.Filed;
import city.urbanops.intake.casefile.domain.CaseChange.Reopened;
import city.urbanops.intake.casefile.domain.CaseChange.ReworkRequested;
import city.urbanops.intake.casefile.domain.CaseChange.Verified;
import city.urbanops.intake.casefile.domain.CaseChange.Voided;
import city.urbanops.intake.casefile.domain.CaseCommand.FailCheck;
import city.urbanops.intake.casefile.domain.CaseCommand.FileCase;
import city.urbanops.intake.casefile.domain.CaseCommand.PassCheck;
import city.urbanops.intake.casefile.domain.CaseCommand.Reopen;
import city.urbanops.intake.casefile.domain.CaseCommand.Verify;
import city.urbanops.intake.casefile.domain.CaseCommand.VoidCase;
import city.urbanops.intake.casefile.domain.Decision.Accepted;
import city.urbanops.intake.casefile.domain.Decision.BreaksRule;
import city.urbanops.intake.casefile.domain.Decision.NotNow;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The supervision half of the case's life (DOMAIN §3): which step is allowed when, and what it changes. */
public final class SupervisionDecider {

    private static final Set<Phase> MAY_BE_VOIDED =
            EnumSet.of(Phase.REPORTED, Phase.VERIFYING, Phase.FILED, Phase.DISPATCHED, Phase.HANDLING);

    private SupervisionDecider() {}

    /** Decides a command; the same arguments always give the same answer. */
    public static Decision decide(CaseFile file, CaseCommand command, Instant now) {
        if (file.duplicateOf() != null) {
            return new NotNow("The report follows case %s; act on that one.".formatted(file.duplicateOf()));
        }
        if (command instanceof Verify verify) {
            return verify(file, verify, now);
        }
        if (command instanceof FileCase filing) {
            return file(file, filing, now);
        }
        if (command instanceof VoidCase voiding) {
            return voidCase(file, voiding);
        }
        if (command instanceof PassCheck check) {
            return passCheck(file, check, now);
        }
        if (command instanceof FailCheck check) {
            return failCheck(file, check);
        }
        return reopen(file, (Reopen) command, now);
    }

    private static Decision verify(CaseFile file, Verify command, Instant now) {
        if (file.phase() != Phase.VERIFYING) {
            return notNow(file, "verified", Phase.VERIFYING);
        }
        var verified = new Verified(command.finding(), command.opinion());
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
            return notNow(file, "filed", Phase.REPORTED);
        }
        if (!file.report().place().isKnown()) {
            return new BreaksRule("areaCode", "the case has no known place, so no unit can be found for it");
        }
        return new Accepted(file.filed(command.row(), now), List.of(new Filed(command.row(), now, command.opinion())));
    }

    private static Decision voidCase(CaseFile file, VoidCase command) {
        if (!MAY_BE_VOIDED.contains(file.phase())) {
            return notNow(file, "voided", Phase.REPORTED);
        }
        var opinion = command.opinion();
        return opinion == null ? opinionMissing() : new Accepted(file.in(Phase.VOID), List.of(new Voided(opinion)));
    }

    private static Decision passCheck(CaseFile file, PassCheck command, Instant now) {
        if (file.phase() != Phase.CHECKING) {
            return notNow(file, "checked", Phase.CHECKING);
        }
        var closure = new Closure(ClosureKind.NORMAL, now);
        return new Accepted(file.closed(closure), List.of(new Closed(closure, command.opinion())));
    }

    private static Decision failCheck(CaseFile file, FailCheck command) {
        if (file.phase() != Phase.CHECKING) {
            return notNow(file, "checked", Phase.CHECKING);
        }
        var opinion = command.opinion();
        if (opinion == null) {
            return opinionMissing();
        }
        var next = file.reworked();
        return new Accepted(next, List.of(new ReworkRequested(next.reworkCount(), opinion)));
    }

    private static Decision reopen(CaseFile file, Reopen command, Instant now) {
        var closure = file.closure();
        if (file.phase() != Phase.CLOSED || closure == null) {
            return notNow(file, "reopened", Phase.CLOSED);
        }
        if (closure.at().plus(command.window()).isBefore(now)) {
            return new NotNow("A case may be reopened within %d days after closing; file a new report instead."
                    .formatted(command.window().toDays()));
        }
        return new Accepted(
                file.nextRound().filed(command.row(), now),
                List.of(new Reopened(command.row(), now, command.opinion())));
    }

    private static Decision notNow(CaseFile file, String step, Phase needed) {
        return new NotNow("A case in phase %s cannot be %s; that needs %s.".formatted(file.phase(), step, needed));
    }

    private static Decision opinionMissing() {
        return new BreaksRule("opinion", "is mandatory here");
    }
}
