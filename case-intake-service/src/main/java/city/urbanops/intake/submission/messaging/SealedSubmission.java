package city.urbanops.intake.submission.messaging;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.submissions.SubmissionEvents;

/**
 * A submission as it is kept inside intake until it is a case: encrypted, so that whatever has to be parked is so too.
 *
 * @param key of the record
 * @param body the encrypted body in base64
 */
record SealedSubmission(String key, String body) {

    /** The submission's type, read without opening it. */
    static final EventType<SealedSubmission> TYPE = new EventType<>(
            SubmissionEvents.SUBMITTED.name(),
            SubmissionEvents.SUBMITTED.topic(),
            SubmissionEvents.SUBMITTED.producer(),
            SealedSubmission.class,
            SealedSubmission::key);
}
