package city.urbanops.intake.casefile.domain;

import java.time.Instant;

/** How and when a case ended. */
public record Closure(ClosureKind kind, Instant at) {}
