package city.urbanops.dispatch.task.persistence;

import city.urbanops.dispatch.task.domain.Party;
import city.urbanops.dispatch.task.domain.TaskState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Which tasks of a unit to list.
 *
 * @param department the unit
 * @param part only tasks it sees in that role without having them; absent for those it has
 * @param areaPrefix only tasks in this area, whose code starts with it
 * @param state only tasks in this state
 * @param caseId only tasks of this case
 * @param before only tasks older than this one
 * @param rows how many at most
 */
public record TaskFilter(
        String department,
        Optional<Party.Role> part,
        Optional<String> areaPrefix,
        Optional<TaskState> state,
        Optional<UUID> caseId,
        Optional<UUID> before,
        int rows) {

    /** The table, or the tasks of one case behind a fence: a unit's whole list must not be searched for a single case. */
    String source() {
        return caseId.isPresent() ? "(select * from task where case_id = :case offset 0) as task" : "task";
    }

    String condition() {
        StringBuilder condition = new StringBuilder(
                part.isEmpty()
                        ? "department = :department"
                        : "task_id in (select p.task_id from task_party p where p.department = :department and p.role = :part)");
        areaPrefix.ifPresent(prefix -> condition.append(" and starts_with(area_code, :area)"));
        // written out, so that the planner sees whether the index of unfinished tasks serves
        state.ifPresent(wanted ->
                condition.append(" and state = '").append(wanted.name()).append('\''));
        before.ifPresent(id -> condition.append(" and task_id < :before"));
        return condition.toString();
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("department", department);
        part.ifPresent(role -> parameters.put("part", role.name()));
        areaPrefix.ifPresent(prefix -> parameters.put("area", prefix));
        caseId.ifPresent(id -> parameters.put("case", id));
        before.ifPresent(id -> parameters.put("before", id));
        return parameters;
    }
}
