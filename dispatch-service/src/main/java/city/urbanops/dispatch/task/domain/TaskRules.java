package city.urbanops.dispatch.task.domain;

import city.urbanops.deadlines.TimeLimit;
import java.time.Duration;
import java.time.Period;

/**
 * How far units may go with a task; cities differ, so it is configuration.
 *
 * @param maxExtensions approved extensions, each one more original limit; 2 in DOMAIN §3 (S2)
 * @param maxSuspensions suspensions; 1 in DOMAIN §3 (S2)
 * @param longestSuspension how far ahead a suspension may end; a year in DOMAIN §3 (S2)
 * @param maxMoves how often a case may change hands by return or transfer before an arbiter decides; DOMAIN §6 (S6, S8) has the
 *     arbiter, the number is ours
 * @param signLimit how long a unit may take to sign; one working hour in DOMAIN §3 (S16)
 * @param dispatchLimit how long a case may wait for a dispatcher, day and night; 15 minutes in DOMAIN §3 (S2)
 */
public record TaskRules(
        int maxExtensions,
        int maxSuspensions,
        Period longestSuspension,
        int maxMoves,
        TimeLimit signLimit,
        Duration dispatchLimit) {

    /** What holds where nothing else is configured. */
    public static final TaskRules STANDARD =
            new TaskRules(2, 1, Period.ofYears(1), 2, TimeLimit.parse("1wh"), Duration.ofMinutes(15));
}
