package city.urbanops.intake.casefile.domain;

import city.urbanops.intake.casefile.domain.Decision.NotNow;
import java.time.Instant;

/** The supervision half of the case's life (DOMAIN §3): which step is allowed when, and what it changes. */
public final class SupervisionDecider {

    private SupervisionDecider() {}

    /**
     * Decides a command; the same arguments always give the same answer.
     *
     * @param actor who asks: nobody grants an own request
     */
    public static Decision decide(CaseFile file, CaseCommand command, String actor, Instant now) {
        if (command instanceof LinkingCommand linking) {
            return LinkingDecider.decide(file, linking, now);
        }
        if (file.duplicateOf() != null) {
            return new NotNow(
                    "linked",
                    "The report follows case %s; act on that one, or unlink it.".formatted(file.duplicateOf()));
        }
        return command instanceof FilingCommand filing
                ? FilingDecider.decide(file, filing, actor, now)
                : ClosingDecider.decide(file, (ClosingCommand) command, actor, now);
    }
}
