package city.urbanops.enforcement.assignment.api;

import city.urbanops.contracts.Roles;
import city.urbanops.enforcement.assignment.application.FindAssignments;
import city.urbanops.enforcement.assignment.domain.Assignment;
import city.urbanops.kit.http.Cursor;
import city.urbanops.kit.http.Page;
import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.security.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Shows the assignments of the caller's unit; central roles see every unit's. */
@Path("/api/v1/enforcement/assignments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.ENFORCEMENT_OFFICER,
    Roles.DEPARTMENT_LEAD,
    Roles.DISPATCHER,
    Roles.SHIFT_LEADER,
    Roles.ADMIN,
    Roles.DRIVER
})
public class AssignmentResource {

    private final FindAssignments find;
    private final CurrentCaller caller;

    AssignmentResource(FindAssignments find, CurrentCaller caller) {
        this.find = find;
        this.caller = caller;
    }

    /** A page of assignments, the latest task first; 400 names a parameter that cannot be read. */
    @GET
    public Uni<Page<AssignmentView>> list(
            @RestQuery @Nullable String state,
            @RestQuery @Nullable String caseId,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor) {
        var page = PageRequest.of(limit, cursor, 1);
        var filter = AssignmentParameters.filter(state, caseId, page);
        return find.list(filter, page.limit() + 1, caller.get())
                .map(rows -> rows.stream().map(AssignmentView::of).toList())
                .map(rows -> Page.of(rows, page, row -> Cursor.of(row.taskId())));
    }

    /** One assignment; 404 if there is none for the task, 403 if it is another unit's. */
    @GET
    @Path("{taskId}")
    public Uni<AssignmentView> one(@RestPath UUID taskId) {
        return visible(taskId).map(AssignmentView::of);
    }

    /** What was done on site, oldest step first; may be empty. */
    @GET
    @Path("{taskId}/record")
    public Uni<List<OnSiteRecordView>> record(@RestPath UUID taskId) {
        return visible(taskId)
                .chain(assignment -> find.record(assignment.task().taskId()))
                .map(steps -> steps.stream().map(OnSiteRecordView::of).toList());
    }

    private Uni<Assignment> visible(UUID taskId) {
        return find.one(taskId, caller.get()).map(AssignmentAnswers::required);
    }
}
