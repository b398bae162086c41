package city.urbanops.intake.casefile.domain;

import city.urbanops.intake.casefile.domain.CaseChange.Filed;
import city.urbanops.intake.casefile.domain.CaseChange.Linked;
import city.urbanops.intake.casefile.domain.CaseChange.Reopened;
import city.urbanops.intake.casefile.domain.CaseChange.Unlinked;
import city.urbanops.intake.casefile.domain.Decision.Accepted;
import city.urbanops.intake.casefile.domain.Decision.BreaksRule;
import city.urbanops.intake.casefile.domain.Decision.NotNow;
import city.urbanops.intake.casefile.domain.LinkingCommand.Link;
import city.urbanops.intake.casefile.domain.LinkingCommand.Unlink;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Links by hand. A report may follow another case as long as nobody has begun to handle it; chains are never made. */
final class LinkingDecider {

    private static final Set<Phase> MAY_BE_LINKED =
            EnumSet.of(Phase.REPORTED, Phase.VERIFYING, Phase.FILED, Phase.DISPATCHED);

    private LinkingDecider() {}

    static Decision decide(CaseFile file, LinkingCommand command, Instant now) {
        return command instanceof Link link ? link(file, link) : unlink(file, (Unlink) command, now);
    }

    private static Decision link(CaseFile file, Link command) {
        if (file.duplicateOf() != null) {
            return new NotNow("linked", "The report already follows case %s.".formatted(file.duplicateOf()));
        }
        if (!MAY_BE_LINKED.contains(file.phase())) {
            return NotNow.phase(file, "linked", Phase.DISPATCHED);
        }
        if (command.hasFollowers()) {
            return new NotNow("has-followers", "Other reports follow this case; link the other way round.");
        }
        if (command.parentId().equals(file.id())) {
            return new BreaksRule("duplicateOf", "is the case itself");
        }
        var reason = Objects.requireNonNullElse(command.opinion(), "linked by hand");
        return LinkRule.refusalOf(command.parent())
                .map(Decision.class::cast)
                .orElseGet(() -> new Accepted(
                        file.linkedTo(command.parentId()), List.of(new Linked(command.parentId(), false, reason))));
    }

    private static Decision unlink(CaseFile file, Unlink command, Instant now) {
        var parent = file.duplicateOf();
        if (parent == null) {
            return new NotNow("not-linked", "The report follows no case.");
        }
        var opinion = command.opinion();
        if (opinion == null) {
            return BreaksRule.opinionMissing();
        }
        var unlinked = new Unlinked(parent, opinion);
        var row = command.standingRow();
        if (row == null || !file.report().place().isKnown()) {
            return new Accepted(file.unlinked(), List.of(unlinked));
        }
        // A case that was filed before it was linked has lived one round at dispatch; the next one begins by a
        // reopening.
        return file.filedAt() == null
                ? new Accepted(file.unlinked().filed(row, now), List.of(unlinked, new Filed(row, now, null)))
                : new Accepted(
                        file.unlinked().nextRound().filed(row, now),
                        List.of(unlinked, new Reopened(row, now, opinion)));
    }
}
