package city.urbanops.contracts.assessment;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.Topics;
import java.util.List;

/** The event types of {@code assessment-events}; metrics produces them all. */
public final class AssessmentEvents {

    public static final EventType<AssessmentPublished> ASSESSMENT_PUBLISHED = new EventType<>(
            "urbanops.assessment.published.v1",
            Topics.ASSESSMENT_EVENTS,
            "metrics",
            AssessmentPublished.class,
            AssessmentPublished::scheme);

    private AssessmentEvents() {}

    public static List<EventType<?>> all() {
        return List.of(ASSESSMENT_PUBLISHED);
    }
}
