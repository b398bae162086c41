package city.urbanops.kit.inbox;

import city.urbanops.contracts.Roles;
import city.urbanops.kit.problem.Infrastructure;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.Problems;
import city.urbanops.kit.transaction.Transactions;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Lets an operator see what this service set aside, and replay it once the cause is mended. */
@Path("/api/v1/operations/parked")
@RolesAllowed(Roles.ADMIN)
public class ParkedResource {

    private static final Logger LOG = Logger.getLogger(ParkedResource.class);

    private static final String OLDEST = """
            select event_id, topic, partition, "offset", key, type, reason, parked_at
            from parked_event order by id limit 200
            """;

    private final Transactions transactions;
    private final ParkedReplay replay;
    private final List<EventHandler> handlers;

    ParkedResource(Transactions transactions, ParkedReplay replay, @All List<EventHandler> handlers) {
        this.transactions = transactions;
        this.replay = replay;
        this.handlers = handlers;
    }

    /** The oldest 200 parked events, oldest first; never their content. */
    @GET
    public Uni<List<ParkedEvent>> oldest() {
        return transactions.read(session -> session.createNativeQuery(OLDEST, Tuple.class)
                .getResultList()
                .map(rows -> rows.stream().map(ParkedResource::view).toList()));
    }

    /** Replays one key of a topic in order; 409 once an event still fails, which then stays parked with all behind it. */
    @POST
    @Path("{topic}/{key}/replay")
    public Uni<Response> replay(String topic, String key) {
        return handlers.stream()
                .filter(handler -> reads(handler, topic))
                .findFirst()
                .map(handler -> replay.replay(topic, key, handler)
                        .map(count -> Response.ok(Map.of("applied", count)).build())
                        .onFailure(failure -> !Infrastructure.isToBlame(failure))
                        .recoverWithItem(failure -> stillParked(topic, key, failure)))
                .orElseGet(() ->
                        Uni.createFrom().item(Problems.answer(Problem.notFound("This service reads no such topic."))));
    }

    private static boolean reads(EventHandler handler, String topic) {
        return handler.types().stream().anyMatch(type -> type.topic().name().equals(topic));
    }

    private static Response stillParked(String topic, String key, Throwable failure) {
        LOG.errorf(failure, "parked event still cannot be applied: topic=%s key=%s", topic, key);
        // The text of a failure may quote the event, which may hold personal data; only our own reasons do not.
        var reason = failure.getCause() instanceof UnreadableEvent unreadable
                ? unreadable.getMessage()
                : failure.getClass().getSimpleName();
        return Problems.answer(Problem.conflict("still-parked", "The first event still cannot be applied: " + reason));
    }

    private static ParkedEvent view(Tuple row) {
        return new ParkedEvent(
                row.get("event_id", UUID.class),
                row.get("topic", String.class),
                row.get("partition", Integer.class),
                row.get("offset", Long.class),
                row.get("key", String.class),
                row.get("type", String.class),
                row.get("reason", String.class),
                row.get("parked_at", OffsetDateTime.class).toInstant());
    }

    /** A parked event without its content. */
    public record ParkedEvent(
            UUID eventId,
            String topic,
            int partition,
            long offset,
            String key,
            @Nullable String type,
            String reason,
            Instant parkedAt) {}
}
