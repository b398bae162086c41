package city.urbanops.contracts.submissions;

import java.util.UUID;

/**
 * A submission that did not become a case. Nothing of it is kept; handed in again under a new event id, corrected, it is taken.
 *
 * @param key of the submission
 * @param eventId of the submission
 * @param status what REST would have answered: 400, 409 or 422
 * @param field the first field that is wrong, for example {@code location.lng}; {@code body} if no single one is
 * @param reason every wrong field and what is wrong with it, without quoting the content
 */
public record SubmissionRefused(String key, UUID eventId, int status, String field, String reason) {}
