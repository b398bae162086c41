package city.urbanops.intake.media.api;

import city.urbanops.contracts.Roles;
import city.urbanops.intake.media.application.CompleteUpload;
import city.urbanops.intake.media.application.PromiseUpload;
import city.urbanops.intake.media.application.UploadPhoto;
import city.urbanops.intake.media.domain.MediaKind;
import city.urbanops.kit.http.Commands;
import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Takes photos, for whoever may file a report, act on a case, or handle one in a unit. */
@Path("/api/v1/media")
@RolesAllowed({
    Roles.HOTLINE_AGENT,
    Roles.SHIFT_LEADER,
    Roles.DISPATCHER,
    Roles.PATROL,
    Roles.CHECKER,
    Roles.DEPARTMENT_STAFF,
    Roles.DEPARTMENT_LEAD,
    Roles.ENFORCEMENT_OFFICER,
    Roles.SANITATION_CREW,
    Roles.SYSTEM_PUBLISHER,
    Roles.ADMIN,
    Roles.DRIVER
})
public class MediaUploadResource {

    private static final String KINDS =
            Arrays.stream(MediaKind.values()).map(Enum::name).collect(Collectors.joining(", "));

    private final UploadPhoto uploadPhoto;
    private final PromiseUpload promiseUpload;
    private final CompleteUpload completeUpload;
    private final Commands commands;
    private final CurrentCaller caller;

    MediaUploadResource(
            UploadPhoto uploadPhoto,
            PromiseUpload promiseUpload,
            CompleteUpload completeUpload,
            Commands commands,
            CurrentCaller caller) {
        this.uploadPhoto = uploadPhoto;
        this.promiseUpload = promiseUpload;
        this.completeUpload = completeUpload;
        this.commands = commands;
        this.caller = caller;
    }

    /** Takes a JPEG or PNG photo of at most 15 MiB and 50 megapixels; what is stored has no metadata. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Uni<Response> upload(@RestForm("file") @Nullable FileUpload file, @RestForm("kind") @Nullable String kind) {
        var shows = kind(kind);
        if (file == null) {
            throw new ProblemException(Problem.invalid("file", "is required"));
        }
        return uploadPhoto
                .upload(shows, file.uploadedFile(), caller.get().account())
                .map(photo -> Response.status(Response.Status.CREATED)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(MediaView.of(photo, true))
                        .build());
    }

    /** Gives a URL to put a photo to, past this service; until it is completed there is no photo. */
    @POST
    @Path("uploads")
    public Uni<Response> promise(@NotNull(message = "is required") @Valid UploadRequest request) {
        var account = caller.get().account();
        return commands.run(request, session -> promiseUpload
                .promise(session, request.kind(), request.contentType(), request.bytes(), request.sha256(), account)
                .map(promised -> Outcome.created(PromisedView.of(promised))));
    }

    /** Checks what was put to the URL; unusable files are removed. Complete once more, it answers the same. */
    @POST
    @Path("{mediaId}/complete")
    public Uni<MediaView> complete(UUID mediaId) {
        return completeUpload.complete(mediaId, caller.get().account()).map(photo -> MediaView.of(photo, true));
    }

    private static MediaKind kind(@Nullable String kind) {
        if (kind == null) {
            throw new ProblemException(Problem.invalid("kind", "is required"));
        }
        return Arrays.stream(MediaKind.values())
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.invalid("kind", "must be one of " + KINDS)));
    }
}
