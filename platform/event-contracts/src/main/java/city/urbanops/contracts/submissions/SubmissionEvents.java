package city.urbanops.contracts.submissions;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.Topics;
import java.util.List;

/** The event types of {@code report-submissions} and {@code report-submissions.dlq}. */
public final class SubmissionEvents {

    /** From any city system that is allowed to write to the topic. */
    public static final EventType<ReportSubmitted> SUBMITTED = new EventType<>(
            "urbanops.report.submitted.v1",
            Topics.REPORT_SUBMISSIONS,
            "publishers",
            ReportSubmitted.class,
            ReportSubmitted::key);

    public static final EventType<SubmissionRefused> REFUSED = new EventType<>(
            "urbanops.report.refused.v1",
            Topics.REPORT_SUBMISSIONS.deadLetters(),
            "case-intake",
            SubmissionRefused.class,
            SubmissionRefused::key);

    private SubmissionEvents() {}

    /** All types, in the order of a submission's way. */
    public static List<EventType<?>> all() {
        return List.of(SUBMITTED, REFUSED);
    }
}
