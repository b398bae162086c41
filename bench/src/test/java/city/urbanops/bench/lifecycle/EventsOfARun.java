package city.urbanops.bench.lifecycle;

import city.urbanops.contracts.cases.CaseEvents;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the events of cases for a ledger; each call is an event of its own. */
public final class EventsOfARun {

    private static final AtomicInteger IDS = new AtomicInteger();

    private final TopicLedger ledger;

    /** Writes into this ledger. */
    public EventsOfARun(TopicLedger ledger) {
        this.ledger = ledger;
    }

    /** A case reported under a source number. */
    public EventsOfARun reported(String caseId, String sourceNo) {
        ledger.note(event(CaseEvents.CASE_REPORTED.name(), caseId, sourceNo));
        return this;
    }

    /** Filed, dispatched and closed, once each. */
    public EventsOfARun wholeLife(String caseId) {
        return seen(CaseEvents.CASE_FILED.name(), caseId)
                .seen(CaseEvents.TASK_DISPATCHED.name(), caseId)
                .seen(CaseEvents.CASE_CLOSED.name(), caseId);
    }

    /** Any event. */
    public EventsOfARun seen(String type, String caseId) {
        ledger.note(event(type, caseId, null));
        return this;
    }

    static SeenEvent event(String type, String caseId, String sourceNo) {
        return new SeenEvent(type, "event-" + IDS.incrementAndGet(), caseId, 0, sourceNo, null);
    }
}
