package city.urbanops.dispatch.notice.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * Something a unit is told.
 *
 * @param noticeId the id of the event behind it, so that a receiver recognises repetition
 * @param unitCode whom it is for
 * @param body the JSON that is posted, already without personal data
 * @param createdAt when it was written down
 */
public record Notice(UUID noticeId, String unitCode, String body, Instant createdAt) {}
