package city.urbanops.testkit.site;

import city.urbanops.contracts.cases.CaseContext;
import city.urbanops.contracts.cases.Workplace;
import java.util.UUID;

/**
 * A unit with a service of its own, and a case as it gets them.
 *
 * @param unit the unit's code
 * @param path where its service lists what it has to do
 */
public record Site(String unit, Workplace workplace, String path, String classCode, String channel) {

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
