package city.urbanops.metrics.assessment.domain;

/**
 * Something wrong in a scheme's document.
 *
 * @param path where, for example {@code /root/parts/2/expression}
 * @param message what and, where it helps, what would be right
 */
public record SchemeError(String path, String message) {}
