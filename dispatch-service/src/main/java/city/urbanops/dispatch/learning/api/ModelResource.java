package city.urbanops.dispatch.learning.api;

import city.urbanops.contracts.Roles;
import city.urbanops.dispatch.learning.application.ManageModels;
import city.urbanops.dispatch.learning.application.RequestTraining;
import city.urbanops.dispatch.learning.domain.TrainingRun;
import city.urbanops.kit.http.Commands;
import city.urbanops.kit.security.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;

/** Learned models: train, watch a training, stop it, and choose which version is asked. */
@Path("/api/v1/dispatch/models")
@RolesAllowed({Roles.SHIFT_LEADER, Roles.ADMIN})
public class ModelResource {

    private static final Map<String, String> NO_BODY = Map.of();

    private final Commands commands;
    private final RequestTraining training;
    private final ManageModels models;
    private final CurrentCaller caller;

    ModelResource(Commands commands, RequestTraining training, ManageModels models, CurrentCaller caller) {
        this.commands = commands;
        this.training = training;
        this.models = models;
        this.caller = caller;
    }

    /** Every version with its figures, the newest first, and the latest trainings. */
    @GET
    @RolesAllowed({Roles.SHIFT_LEADER, Roles.DISPATCHER, Roles.ADMIN})
    public Uni<ManageModels.Overview> overview() {
        return models.overview();
    }

    /** Asks for a training of all models; 202 with its id, 409 while one is open. */
    @POST
    public Uni<Response> train() {
        return commands.run(
                NO_BODY, session -> training.request(session, caller.get().account()));
    }

    /** How a training stands. */
    @GET
    @Path("trainings/{runId}")
    public Uni<TrainingRun> training(UUID runId) {
        return models.training(runId);
    }

    /** Stops a training; the running models stay. */
    @POST
    @Path("trainings/{runId}/stop")
    public Uni<Response> stop(UUID runId) {
        return commands.run(NO_BODY, session -> training.stop(session, runId));
    }

    /** Makes a version the one that is asked: a newer one, or one to go back to. */
    @POST
    @Path("{version}/activate")
    public Uni<Response> activate(long version) {
        return commands.run(
                NO_BODY,
                session -> models.activate(session, version, caller.get().account()));
    }

    /** Lets an active version suggest only, until a version is activated. */
    @POST
    @Path("{version}/suggest-only")
    public Uni<Response> suggestOnly(long version) {
        return commands.run(
                NO_BODY,
                session -> models.suggestOnly(session, version, caller.get().account()));
    }
}
