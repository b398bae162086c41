package city.urbanops.intake.duplicates.domain;

import city.urbanops.intake.casefile.domain.Point;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report as far as it is known: being typed, or stored.
 *
 * @param text what is told so far; may be empty
 * @param classCode absent until chosen
 * @param point absent until known
 */
public record TypedReport(
        String text, @Nullable String classCode, @Nullable Point point, Instant occurredAt) {}
