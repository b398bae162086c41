package city.urbanops.bench.lifecycle;

import city.urbanops.contracts.cases.CaseEvents;
import java.util.Map;
import java.util.Optional;

/** What the driver does for a case after its report; each step is also shown by an event, whoever did it. */
enum Step {
    TAKE,
    HANDLE,
    CHECK;

    private static final Map<String, Step> SHOWN_BY = Map.of(
            CaseEvents.TASK_SIGNED.name(), TAKE,
            CaseEvents.ENFORCEMENT_ACCEPTED.name(), TAKE,
            CaseEvents.SANITATION_STARTED.name(), TAKE,
            CaseEvents.TASK_HANDED_BACK.name(), HANDLE,
            CaseEvents.ENFORCEMENT_HANDLED.name(), HANDLE,
            CaseEvents.SANITATION_HANDLED.name(), HANDLE,
            CaseEvents.CASE_CLOSED.name(), CHECK);

    /** The step an event of this type shows to be done; empty for an event that shows none. */
    static Optional<Step> shownBy(String type) {
        return Optional.ofNullable(SHOWN_BY.get(type));
    }
}
