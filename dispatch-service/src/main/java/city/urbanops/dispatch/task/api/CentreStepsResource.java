package city.urbanops.dispatch.task.api;

import city.urbanops.contracts.Roles;
import city.urbanops.dispatch.task.application.ActOnTask;
import city.urbanops.dispatch.task.application.Step;
import city.urbanops.dispatch.task.domain.ArbitrationSteps;
import city.urbanops.dispatch.task.domain.DeskSteps;
import city.urbanops.kit.http.Commands;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the centre says to a unit about a task it has: get on with it, or that it is the unit's for good. The units that delegated a task
 * press the one that has it, too.
 */
@Path("/api/v1/tasks/{taskId}/actions")
public class CentreStepsResource {

    private static final Set<String> URGING =
            Set.of(Roles.DISPATCHER, Roles.SHIFT_LEADER, Roles.HOTLINE_AGENT, Roles.ADMIN, Roles.DRIVER);
    private static final Set<String> ARBITERS = Set.of(Roles.SHIFT_LEADER, Roles.ADMIN, Roles.DRIVER);

    private final Commands commands;
    private final ActOnTask actOnTask;
    private final Steps steps;

    CentreStepsResource(Commands commands, ActOnTask actOnTask, Steps steps) {
        this.commands = commands;
        this.actOnTask = actOnTask;
        this.steps = steps;
    }

    /** Presses the unit 催办; no clock moves. */
    @POST
    @Path("urge")
    @RolesAllowed({
        Roles.DISPATCHER,
        Roles.SHIFT_LEADER,
        Roles.HOTLINE_AGENT,
        Roles.DEPARTMENT_STAFF,
        Roles.DEPARTMENT_LEAD,
        Roles.ADMIN,
        Roles.DRIVER
    })
    public Uni<Response> urge(UUID taskId, @Valid @Nullable StepRequest request) {
        StepRequest words = request == null ? StepRequest.EMPTY : request;
        Step step = steps.of(taskId, "urge", words);
        return commands.run(
                words, session -> actOnTask.actFromAbove(URGING, session, step, DeskSteps.urge(step.words())));
    }

    /** Decides whose the task is; the unit named can neither return nor transfer it. {@code opinion} is mandatory. */
    @POST
    @Path("arbitrate")
    @RolesAllowed({Roles.SHIFT_LEADER, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> arbitrate(UUID taskId, @Valid @NotNull UnitStepRequest request) {
        String opinion = Steps.mandatoryOpinion(request.words());
        Step step = steps.of(taskId, "arbitrate", request.words());
        return commands.run(
                request,
                session -> actOnTask.actWithUnitAs(
                        ARBITERS,
                        session,
                        step,
                        request.department(),
                        (unit, hours) -> ArbitrationSteps.decide(unit, hours, opinion)));
    }
}
