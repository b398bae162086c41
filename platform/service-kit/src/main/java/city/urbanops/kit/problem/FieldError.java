package city.urbanops.kit.problem;

/**
 * One field or rule that was broken.
 *
 * @param field the path in the request, for example {@code location.lng}, or the name of a rule
 * @param message what is wrong with it, in words for a person
 */
public record FieldError(String field, String message) {}
