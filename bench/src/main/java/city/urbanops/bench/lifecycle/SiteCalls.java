package city.urbanops.bench.lifecycle;

import city.urbanops.bench.client.Call;
import city.urbanops.bench.lifecycle.SeenEvent.SeenTask;
import city.urbanops.contracts.cases.Workplace;
import java.util.Map;
import java.util.Objects;

/**
 * Where a step of a task is done: at the task desk, or at the service that owns the site.
 *
 * @param take the call that takes the task
 * @param takeAction its path's last part
 * @param handle the call that reports it handled
 * @param handleAction its path's last part
 * @param tasks path of the tasks
 */
record SiteCalls(Call take, String takeAction, Call handle, String handleAction, String tasks) {

    private static final Map<Workplace, SiteCalls> BY_WORKPLACE = Map.of(
            Workplace.TASK_DESK,
            new SiteCalls(Call.TASK_SIGN, "sign", Call.TASK_REPORT_HANDLING, "report-handling", "/tasks/"),
            Workplace.ENFORCEMENT,
            new SiteCalls(
                    Call.ENFORCEMENT_ACCEPT, "accept", Call.ENFORCEMENT_REPORT, "report", "/enforcement/assignments/"),
            Workplace.SANITATION,
            new SiteCalls(
                    Call.SANITATION_START, "start", Call.SANITATION_COMPLETE, "complete", "/sanitation/work-orders/"));

    /** A call and where it goes. */
    record Target(Call call, String path) {}

    /** Where to take this task, or to report it handled. */
    static Target of(Step step, SeenTask task) {
        SiteCalls site = Objects.requireNonNull(BY_WORKPLACE.get(task.workplace()));
        return switch (step) {
            case TAKE -> new Target(site.take, site.tasks + task.taskId() + "/actions/" + site.takeAction);
            case HANDLE -> new Target(site.handle, site.tasks + task.taskId() + "/actions/" + site.handleAction);
            case CHECK -> throw new IllegalArgumentException("a case is checked at intake, not where its task is");
        };
    }
}
