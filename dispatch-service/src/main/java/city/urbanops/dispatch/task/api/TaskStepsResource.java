package city.urbanops.dispatch.task.api;

import city.urbanops.contracts.Roles;
import city.urbanops.dispatch.task.application.ActOnTask;
import city.urbanops.dispatch.task.application.ReportPart;
import city.urbanops.dispatch.task.application.Step;
import city.urbanops.dispatch.task.domain.ClockSteps;
import city.urbanops.dispatch.task.domain.DeskSteps;
import city.urbanops.dispatch.task.domain.TaskCommand;
import city.urbanops.kit.http.Commands;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The steps a unit takes with its tasks, without prior personal assignment; dispatchers may take them for any unit. Every step answers
 * with the task after it.
 */
@Path("/api/v1/tasks/{taskId}/actions")
@RolesAllowed({
    Roles.DISPATCHER,
    Roles.DEPARTMENT_STAFF,
    Roles.DEPARTMENT_LEAD,
    Roles.ENFORCEMENT_OFFICER,
    Roles.SANITATION_CREW,
    Roles.ADMIN,
    Roles.DRIVER
})
public class TaskStepsResource {

    private final Commands commands;
    private final ActOnTask actOnTask;
    private final ReportPart reportPart;
    private final Steps steps;

    TaskStepsResource(Commands commands, ActOnTask actOnTask, ReportPart reportPart, Steps steps) {
        this.commands = commands;
        this.actOnTask = actOnTask;
        this.reportPart = reportPart;
        this.steps = steps;
    }

    /** Takes the task on. */
    @POST
    @Path("sign")
    public Uni<Response> sign(UUID taskId, @Valid @Nullable StepRequest request) {
        return plain(taskId, "sign", request, step -> DeskSteps.sign(step.words()));
    }

    /** Reports it handled. */
    @POST
    @Path("report-handling")
    public Uni<Response> reportHandling(UUID taskId, @Valid @Nullable StepRequest request) {
        return plain(taskId, "report-handling", request, step -> DeskSteps.reportHandling(step.words()));
    }

    /**
     * Gives it back; {@code opinion} is mandatory. What a unit above delegated goes back to that unit at once; anything else waits for
     * the dispatcher's answer.
     */
    @POST
    @Path("return")
    public Uni<Response> giveBack(UUID taskId, @Valid @Nullable StepRequest request) {
        String opinion = Steps.mandatoryOpinion(request);
        StepRequest words = request == null ? StepRequest.EMPTY : request;
        Step step = steps.of(taskId, "return", words);
        return commands.run(words, session -> actOnTask.giveBack(session, step, opinion));
    }

    /**
     * Passes it down 下派 to a unit below, which handles it by the same deadline and gives it back here; the unit goes on answering for
     * it.
     */
    @POST
    @Path("delegate")
    @RolesAllowed({Roles.DEPARTMENT_STAFF, Roles.DEPARTMENT_LEAD, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> delegate(UUID taskId, @Valid @NotNull DelegateRequest request) {
        Step step = steps.of(taskId, "delegate", request.words());
        return commands.run(request, session -> actOnTask.delegate(session, step, request.unit()));
    }

    /** Adds one original limit. */
    @POST
    @Path("extend")
    public Uni<Response> extend(UUID taskId, @Valid @Nullable StepRequest request) {
        return plain(taskId, "extend", request, step -> ClockSteps.extend(step.words()));
    }

    /** Lets a suspended clock run again. */
    @POST
    @Path("resume")
    public Uni<Response> resume(UUID taskId, @Valid @Nullable StepRequest request) {
        return plain(taskId, "resume", request, step -> ClockSteps.resume(step.words()));
    }

    /** Stops the clock until a date. */
    @POST
    @Path("suspend")
    public Uni<Response> suspend(UUID taskId, @Valid @NotNull SuspendRequest request) {
        Step step = steps.of(taskId, "suspend", request.words());
        return commands.run(
                request, session -> actOnTask.act(session, step, ClockSteps.suspend(request.until(), step.words())));
    }

    /** Moves it to another unit. */
    @POST
    @Path("transfer")
    public Uni<Response> transfer(UUID taskId, @Valid @NotNull UnitStepRequest request) {
        Step step = steps.of(taskId, "transfer", request.words());
        return commands.run(
                request,
                session -> actOnTask.actWithUnit(
                        session,
                        step,
                        request.department(),
                        (unit, hours) -> DeskSteps.transfer(unit, hours, step.words())));
    }

    /** An assisting unit reports its part; the state of the task stays. */
    @POST
    @Path("report-part")
    public Uni<Response> reportPart(UUID taskId, @Valid @Nullable PartRequest request) {
        PartRequest part = request == null ? PartRequest.EMPTY : request;
        Step step = steps.of(taskId, "report-part", part.words());
        String unit = Optional.ofNullable(part.department())
                .or(() -> step.caller().department())
                .orElseThrow(() -> new ProblemException(Problem.invalid("department", "say which unit reports")));
        return commands.run(part, session -> reportPart.report(session, step, unit));
    }

    private Uni<Response> plain(
            UUID taskId, String name, @Nullable StepRequest request, Function<Step, TaskCommand> command) {
        StepRequest words = request == null ? StepRequest.EMPTY : request;
        Step step = steps.of(taskId, name, words);
        return commands.run(words, session -> actOnTask.act(session, step, command.apply(step)));
    }
}
