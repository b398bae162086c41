package city.urbanops.sanitation.workorder.persistence;

import city.urbanops.kit.security.Scope;
import city.urbanops.sanitation.workorder.application.WorkOrderFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The list query: only the conditions that limit something, so that the planner sees which index fits. */
final class WorkOrderQuery {

    private final StringBuilder conditions = new StringBuilder();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private WorkOrderQuery() {}

    static WorkOrderQuery of(Scope scope, WorkOrderFilter filter) {
        var query = new WorkOrderQuery();
        if (scope.nothing()) {
            query.conditions.append(" and false");
        }
        query.limit("department = :department", "department", scope.department());
        query.limit("areaCode like :area", "area", scope.area().map(prefix -> prefix + "%"));
        query.limit("state = :state", "state", filter.state());
        query.limit("caseId = :caseId", "caseId", filter.caseId());
        query.limit("taskId < :before", "before", filter.before());
        return query;
    }

    private void limit(String condition, String name, Optional<?> value) {
        value.ifPresent(present -> {
            conditions.append(" and ").append(condition);
            parameters.put(name, present);
        });
    }

    Mutiny.SelectionQuery<WorkOrderEntity> on(Mutiny.StatelessSession session) {
        var query = session.createSelectionQuery(
                "from WorkOrderEntity where true" + conditions + " order by taskId desc", WorkOrderEntity.class);
        parameters.forEach(query::setParameter);
        return query;
    }
}
