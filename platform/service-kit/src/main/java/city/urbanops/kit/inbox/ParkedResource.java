package city.urbanops.kit.inbox;

import city.urbanops.contracts.Roles;
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
import org.jspecify.annotations.Nullable;

/** Lets an operator see what this service set aside, and replay it once the cause is mended. */
@Path("/api/v1/operations/parked")
@RolesAllowed(Roles.ADMIN)
public class ParkedResource {

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

    /** Replays one key of a topic in order; 409 if its first event still fails. */
    @POST
    @Path("{topic}/{key}/replay")
    public Uni<Response> replay(String topic, String key) {
        return Uni.join()
                .all(handlers.stream()
                        .map(handler -> replay.replay(topic, key, handler))
                        .toList())
                .andFailFast()
                .map(counts -> Response.ok(Map.of(
                                "applied",
                                counts.stream().mapToInt(Integer::intValue).sum()))
                        .build())
                .onFailure(IllegalStateException.class)
                .recoverWithItem(failure -> Problems.answer(Problem.conflict(
                        "still-parked", "The first event still cannot be applied: " + failure.getMessage())));
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
