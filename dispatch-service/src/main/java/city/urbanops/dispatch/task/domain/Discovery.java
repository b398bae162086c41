package city.urbanops.dispatch.task.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * When somebody saw what a case is about 发现.
 *
 * @param caseId the case
 * @param discoveredAt never after the report
 */
public record Discovery(UUID caseId, Instant discoveredAt) {}
