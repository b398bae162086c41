package city.urbanops.intake.casefile.application;

/**
 * A class dispatch is sure a report has.
 *
 * @param classCode kind, major and minor class
 * @param reason why, in one sentence
 */
public record SuggestedClass(String classCode, String reason) {}
