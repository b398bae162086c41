package city.urbanops.intake.casefile.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Sets the due instant of the centre's stages (DOMAIN §3): accept runs while reported, stands still while verifying and goes on with what
 * was left; verify and check run while in that phase.
 */
public final class StageClock {

    private final StageLimits limits;

    public StageClock(StageLimits limits) {
        this.limits = limits;
    }

    /**
     * The case with the clock of the phase it is in.
     *
     * @param before the case before the change, absent for a new one
     */
    public CaseFile set(@Nullable CaseFile before, CaseFile after, Instant now) {
        if (before != null && before.phase() == after.phase() && before.round() == after.round()) {
            return after;
        }
        return switch (after.phase()) {
            case REPORTED -> after.stage(now.plus(restToAccept(before)), null);
            case VERIFYING -> after.stage(now.plus(limits.verify()), leftOfAccept(before, now));
            case CHECKING -> after.stage(now.plus(limits.check()), null);
            case FILED, DISPATCHED, HANDLING, SUSPENDED, CLOSED, VOID -> after.stage(null, null);
        };
    }

    private Duration restToAccept(@Nullable CaseFile before) {
        var rest = before == null ? null : before.supervision().acceptRest();
        return rest == null ? limits.accept() : rest;
    }

    private Duration leftOfAccept(@Nullable CaseFile before, Instant now) {
        var due = before == null ? null : before.supervision().stageDueAt();
        return due == null ? limits.accept() : Duration.between(now, due);
    }
}
