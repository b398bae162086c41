package city.urbanops.intake.casefile.domain;

import city.urbanops.deadlines.TimeLimit;

/**
 * The filing-condition row a case is filed under 立案条件.
 *
 * @param classCode the minor class
 * @param conditionCode the row within it
 * @param timeLimit its limit to handle
 * @param urgent safety-critical 急要件: whatever is filed under it is urgent
 * @param taxonomyVersion the standards it was read from
 */
public record FilingRow(
        String classCode, String conditionCode, TimeLimit timeLimit, boolean urgent, String taxonomyVersion) {}
