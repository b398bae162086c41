package city.urbanops.dispatch.task.api;

import city.urbanops.contracts.Roles;
import city.urbanops.dispatch.task.application.ReadTasks;
import city.urbanops.dispatch.task.application.TaskView;
import city.urbanops.dispatch.task.domain.Party;
import city.urbanops.dispatch.task.domain.TaskState;
import city.urbanops.kit.http.Page;
import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The task desk, for reading. */
@Path("/api/v1")
public class TaskResource {

    private final ReadTasks readTasks;
    private final CurrentCaller caller;

    TaskResource(ReadTasks readTasks, CurrentCaller caller) {
        this.readTasks = readTasks;
        this.caller = caller;
    }

    /**
     * A unit's tasks, the newest first; 404 for an unknown unit, 403 for another's. With {@code part}, those it sees in that role
     * without having them; with {@code includeBelow=true}, those of the units below it, too, for its lead.
     */
    @GET
    @Path("departments/{code}/tasks")
    @RolesAllowed({
        Roles.DISPATCHER,
        Roles.DEPARTMENT_STAFF,
        Roles.DEPARTMENT_LEAD,
        Roles.ENFORCEMENT_OFFICER,
        Roles.SANITATION_CREW,
        Roles.ADMIN,
        Roles.DRIVER
    })
    public Uni<Page<TaskView>> ofUnit(
            String code,
            @RestQuery @Nullable String includeBelow,
            @RestQuery @Nullable String part,
            @RestQuery @Nullable String state,
            @RestQuery @Nullable String caseId,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor) {
        boolean withBelow = includeBelow != null && yesOrNo("includeBelow", includeBelow);
        if (withBelow && part != null) {
            throw new ProblemException(Problem.invalid("includeBelow", "goes without part"));
        }
        return readTasks.ofUnit(
                caller.get(),
                code,
                withBelow,
                Optional.ofNullable(part).map(text -> oneOf("part", Party.Role.values(), text)),
                Optional.ofNullable(state).map(text -> oneOf("state", TaskState.values(), text)),
                Optional.ofNullable(caseId).map(TaskResource::caseIdOf),
                PageRequest.of(limit, cursor, 1));
    }

    /** One task with what people added to its steps. */
    @GET
    @Path("tasks/{taskId}")
    @RolesAllowed({
        Roles.DISPATCHER,
        Roles.DEPARTMENT_STAFF,
        Roles.DEPARTMENT_LEAD,
        Roles.ENFORCEMENT_OFFICER,
        Roles.SANITATION_CREW,
        Roles.ADMIN,
        Roles.DRIVER
    })
    public Uni<TaskView> one(UUID taskId) {
        return readTasks.one(caller.get(), taskId);
    }

    private static boolean yesOrNo(String parameter, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new ProblemException(Problem.invalid(parameter, "must be true or false"));
        }
        return text.equals("true");
    }

    private static <E extends Enum<E>> E oneOf(String parameter, E[] values, String text) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new ProblemException(Problem.invalid(parameter, "must be one of " + Arrays.toString(values))));
    }

    private static UUID caseIdOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new ProblemException(Problem.invalid("caseId", "must be a UUID"));
        }
    }
}
