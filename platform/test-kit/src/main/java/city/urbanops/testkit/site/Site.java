package city.urbanops.testkit.site;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.cases.CaseContext;
import city.urbanops.contracts.cases.Workplace;
import java.util.UUID;

/**
 * A unit with a service of its own, and a case as it gets them.
 *
 * @param service the service's name, and its database's
 * @param unit the unit's code
 * @param otherUnit a unit of the same kind
 * @param account whose people act on site
 * @param path where its service lists what it has to do
 * @param given the state of what nobody took on yet
 * @param first the step by which they take it on
 * @param last the step by which they say that it is handled
 */
public record Site(
        String service,
        String unit,
        String otherUnit,
        String account,
        Workplace workplace,
        String path,
        String classCode,
        String channel,
        String given,
        Step first,
        Step last) {

    /**
     * A step on site.
     *
     * @param action what the step is called at the HTTP face, and in capitals in the record
     * @param state where it leads
     * @param event what it publishes
     */
    public record Step(String action, String state, EventType<?> event) {}

    /** A task of a case nobody else uses. */
    public Task task() {
        return new Task(this, UUID.randomUUID(), UUID.randomUUID(), 1);
    }

    /** A task of one case, in one round. */
    public record Task(Site site, UUID caseId, UUID taskId, int round) {

        /** The same in another round. */
        public Task inRound(int other) {
            return new Task(site, caseId, taskId, other);
        }

        /** One of that case instead. */
        public Task of(UUID otherCase) {
            return new Task(site, otherCase, taskId, round);
        }

        /** What its events have in common while that unit has it. */
        public CaseContext context(String department) {
            return new CaseContext(
                    caseId,
                    taskId,
                    round,
                    site.classCode(),
                    "450203001001001",
                    site.channel(),
                    department,
                    "dispatcher");
        }
    }
}
