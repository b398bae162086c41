package city.urbanops.dispatch.task.api;

import city.urbanops.contracts.Roles;
import city.urbanops.dispatch.task.application.ActOnTask;
import city.urbanops.dispatch.task.application.DispatchWaiting;
import city.urbanops.dispatch.task.application.Step;
import city.urbanops.dispatch.task.domain.ReturnSteps;
import city.urbanops.kit.http.Commands;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The steps only a dispatcher takes: giving a waiting case to a unit, and answering returns. */
@Path("/api/v1/tasks/{taskId}/actions")
@RolesAllowed({Roles.DISPATCHER, Roles.ADMIN, Roles.DRIVER})
public class DispatcherStepsResource {

    private final Commands commands;
    private final ActOnTask actOnTask;
    private final DispatchWaiting dispatchWaiting;
    private final Steps steps;

    DispatcherStepsResource(Commands commands, ActOnTask actOnTask, DispatchWaiting dispatchWaiting, Steps steps) {
        this.commands = commands;
        this.actOnTask = actOnTask;
        this.dispatchWaiting = dispatchWaiting;
        this.steps = steps;
    }

    /** Gives a waiting case to a unit; the task id is the one reserved in the queue. */
    @POST
    @Path("dispatch")
    public Uni<Response> dispatch(UUID taskId, @Valid @NotNull UnitStepRequest request) {
        Step step = steps.of(taskId, "dispatch", request.words());
        return commands.run(request, session -> dispatchWaiting.dispatch(session, step, request.department()));
    }

    /** Agrees to a return: the task ends and the case waits for a unit again. */
    @POST
    @Path("approve")
    public Uni<Response> approve(UUID taskId, @Valid @Nullable StepRequest request) {
        StepRequest words = request == null ? StepRequest.EMPTY : request;
        Step step = steps.of(taskId, "approve", words);
        return commands.run(words, session -> actOnTask.act(session, step, ReturnSteps.approve(step.words())));
    }

    /** Refuses a return: the task goes back to where it was; {@code opinion} is mandatory. */
    @POST
    @Path("reject")
    public Uni<Response> reject(UUID taskId, @Valid @NotNull StepRequest request) {
        String opinion = Steps.mandatoryOpinion(request);
        Step step = steps.of(taskId, "reject", request);
        return commands.run(request, session -> actOnTask.act(session, step, ReturnSteps.reject(opinion)));
    }
}
