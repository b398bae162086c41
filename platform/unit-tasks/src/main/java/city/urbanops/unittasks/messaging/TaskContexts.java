package city.urbanops.unittasks.messaging;

import city.urbanops.contracts.cases.CaseContext;
import city.urbanops.unittasks.domain.UnitTask;

/** What the events about a unit's task have in common, whatever the unit says in them. */
public final class TaskContexts {

    private TaskContexts() {}

    /** The context of what an account did about the task. */
    public static CaseContext of(UnitTask task, String actor) {
        return new CaseContext(
                task.caseId(),
                task.taskId(),
                task.round(),
                task.classCode(),
                task.areaCode(),
                task.channel(),
                task.department(),
                actor);
    }
}
