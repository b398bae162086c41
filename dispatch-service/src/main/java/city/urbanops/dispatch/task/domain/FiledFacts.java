package city.urbanops.dispatch.task.domain;

import java.util.UUID;

/**
 * What a task takes over from the filed case, and keeps.
 *
 * @param caseId the case
 * @param caseNumber the number people quote
 * @param classCode kind, major and minor class
 * @param conditionCode the filing condition
 * @param areaCode the smallest known area
 * @param channel how the report came in
 */
public record FiledFacts(
        UUID caseId, String caseNumber, String classCode, String conditionCode, String areaCode, String channel) {}
