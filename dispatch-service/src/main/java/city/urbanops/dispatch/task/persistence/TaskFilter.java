package city.urbanops.dispatch.task.persistence;

import city.urbanops.dispatch.task.domain.Party;
import city.urbanops.dispatch.task.domain.TaskState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Which tasks of a unit to list.
 *
 * @param department the unit
 * @param below units below it whose tasks are listed, too; empty for its own only, and together with a part
 * @param part only tasks it sees in that role without having them; absent for those it has
 * @param areaPrefix only tasks in this area, whose code starts with it
 * @param state only tasks in this state
 * @param caseId only tasks of this case
 * @param before only tasks older than this one
 * @param rows how many at most
 */
public record TaskFilter(
        String department,
        List<String> below,
        Optional<Party.Role> part,
        Optional<String> areaPrefix,
        Optional<TaskState> state,
        Optional<UUID> caseId,
        Optional<UUID> before,
        int rows) {

    public TaskFilter {
        below = List.copyOf(below);
    }

    /**
     * Where the rows come from. The tasks of one case stand behind a fence: a unit's whole list must not be searched for a single case.
     * The newest of several units are the newest of each.
     */
    String source() {
        if (caseId.isPresent()) {
            return "(select * from task where case_id = :case offset 0) as task";
        }
        return below.isEmpty() ? "task" : """
                unnest(string_to_array(:units, ',')) as wanted(unit) cross join lateral (
                    select * from task where department = wanted.unit%s order by task_id desc limit %d) as task
                """.formatted(narrowed(), rows);
    }

    String condition() {
        return whose() + narrowed();
    }

    private String whose() {
        if (part.isPresent()) {
            return "task_id in (select p.task_id from task_party p where p.department = :department and p.role = :part)";
        }
        return below.isEmpty() ? "department = :department" : "department = any (string_to_array(:units, ','))";
    }

    private String narrowed() {
        StringBuilder condition = new StringBuilder();
        areaPrefix.ifPresent(prefix -> condition.append(" and starts_with(area_code, :area)"));
        // written out, so that the planner sees whether the index of unfinished tasks serves
        state.ifPresent(wanted ->
                condition.append(" and state = '").append(wanted.name()).append('\''));
        before.ifPresent(id -> condition.append(" and task_id < :before"));
        return condition.toString();
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (part.isPresent() || below.isEmpty()) {
            parameters.put("department", department);
        } else {
            parameters.put("units", department + "," + String.join(",", below));
        }
        part.ifPresent(role -> parameters.put("part", role.name()));
        areaPrefix.ifPresent(prefix -> parameters.put("area", prefix));
        caseId.ifPresent(id -> parameters.put("case", id));
        before.ifPresent(id -> parameters.put("before", id));
        return parameters;
    }
}
