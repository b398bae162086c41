package city.urbanops.contracts;

import city.urbanops.contracts.assessment.AssessmentEvents;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.dust.DustEvents;
import city.urbanops.contracts.submissions.SubmissionEvents;
import java.util.List;
import java.util.stream.Stream;

/** Every event type that has golden files and a published schema. */
final class EventTypes {

    private EventTypes() {}

    static List<EventType<?>> all() {
        return Stream.<List<? extends EventType<?>>>of(
                        CaseEvents.all(), DustEvents.all(), AssessmentEvents.all(), SubmissionEvents.all())
                .<EventType<?>>flatMap(List::stream)
                .toList();
    }
}
