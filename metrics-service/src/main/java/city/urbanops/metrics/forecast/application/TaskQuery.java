package city.urbanops.metrics.forecast.application;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which open tasks to look at.
 *
 * @param now they are not due before
 * @param until they are due by
 * @param unit only this unit's, if present
 * @param areaPrefix only areas whose code starts with this, if present
 */
public record TaskQuery(Instant now, Instant until, Optional<String> unit, Optional<String> areaPrefix) {

    /** The sort key of the last task read. */
    public record After(Instant dueAt, UUID caseId) {}

    /**
     * One of them.
     *
     * @param tenths how many tenths of its limit have passed, 0 to 9
     */
    public record Task(UUID caseId, String unit, String classCode, String areaCode, Instant dueAt, int tenths) {}
}
