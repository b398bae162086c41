package city.urbanops.intake.media.api;

import city.urbanops.contracts.Roles;
import city.urbanops.intake.media.application.PhotoQueries;
import city.urbanops.intake.media.domain.Photo;
import city.urbanops.kit.security.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Shows photos to those who see the case, and to their uploader. */
@Path("/api/v1/media/{mediaId}")
@Authenticated
public class MediaResource {

    private static final String THUMBNAIL_TYPE = "image/jpeg";

    private final PhotoQueries queries;
    private final CurrentCaller caller;
    private final RoutingContext exchange;

    MediaResource(PhotoQueries queries, CurrentCaller caller, RoutingContext exchange) {
        this.queries = queries;
        this.caller = caller;
        this.exchange = exchange;
    }

    /** What is known of a photo. */
    @GET
    public Uni<MediaView> get(UUID mediaId) {
        var who = caller.get();
        return find(mediaId)
                .map(photo -> MediaView.of(
                        photo, who.hasAnyOf(Roles.CENTRAL) || photo.uploadedBy().equals(who.account())));
    }

    /** The picture. */
    @GET
    @Path("content")
    public Uni<Response> content(UUID mediaId) {
        return find(mediaId).chain(photo -> send(photo, false));
    }

    /** The picture in small: its longer side has at most 320 pixels. */
    @GET
    @Path("thumbnail")
    public Uni<Response> thumbnail(UUID mediaId) {
        return find(mediaId).chain(photo -> send(photo, true));
    }

    private Uni<Photo> find(UUID mediaId) {
        var who = caller.get();
        return queries.find(mediaId, who.account(), who.scope(Roles.CENTRAL));
    }

    /** By way of a file, which the event loop can send without holding the picture in memory. */
    private Uni<Response> send(Photo photo, boolean thumbnail) {
        var contents = photo.contents();
        var type = thumbnail || contents == null ? THUMBNAIL_TYPE : contents.contentType();
        return queries.copy(photo, thumbnail).map(file -> {
            exchange.addEndHandler(sent -> queries.forget(file));
            return Response.ok(file.toFile(), type)
                    .header("Cache-Control", "private, max-age=3600")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Disposition", "inline")
                    .header("Content-Security-Policy", "default-src 'none'; sandbox")
                    .build();
        });
    }
}
