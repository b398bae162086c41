package city.urbanops.intake.casefile.domain;

import java.time.Duration;

/**
 * How long the centre's own stages may take, in continuous time: day and night, so that no calendar is needed.
 *
 * @param accept from the report to filing, voiding or the order to verify
 * @param verify for the patrol to say what it found
 * @param check from hand-back to the result of the check
 */
public record StageLimits(Duration accept, Duration verify, Duration check) {}
