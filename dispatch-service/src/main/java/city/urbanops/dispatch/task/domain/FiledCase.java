package city.urbanops.dispatch.task.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * What stays the same in a case however often it is dispatched.
 *
 * @param caseId the case
 * @param caseNumber the number people quote
 * @param text masked text of the report
 * @param filedAt when it was first filed
 */
public record FiledCase(UUID caseId, String caseNumber, String text, Instant filedAt) {}
