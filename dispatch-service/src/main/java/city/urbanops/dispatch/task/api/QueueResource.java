package city.urbanops.dispatch.task.api;

import city.urbanops.contracts.Roles;
import city.urbanops.dispatch.task.application.ReadQueue;
import city.urbanops.kit.http.Page;
import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.security.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What waits for a dispatcher. */
@Path("/api/v1/dispatch/queue")
public class QueueResource {

    private final ReadQueue readQueue;
    private final CurrentCaller caller;

    QueueResource(ReadQueue readQueue, CurrentCaller caller) {
        this.readQueue = readQueue;
        this.caller = caller;
    }

    /** Waiting cases, the longest waiting first. */
    @GET
    @RolesAllowed({Roles.DISPATCHER, Roles.ADMIN, Roles.DRIVER})
    public Uni<Page<ReadQueue.Entry>> page(@RestQuery @Nullable String limit, @RestQuery @Nullable String cursor) {
        return readQueue.page(caller.get(), PageRequest.of(limit, cursor, 2));
    }
}
