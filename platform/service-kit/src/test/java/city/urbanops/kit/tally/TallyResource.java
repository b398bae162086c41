package city.urbanops.kit.tally;

import city.urbanops.contracts.Roles;
import city.urbanops.kit.http.Commands;
import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.outbox.Outbox;
import city.urbanops.kit.outbox.Outgoing;
import city.urbanops.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;

/** Raises a tally and tells it; refuses 99, but only after it was written down. */
@Path("/api/v1/tallies/{name}/raise")
@RolesAllowed(Roles.ADMIN)
public class TallyResource {

    private final Commands commands;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    TallyResource(Commands commands, Outbox outbox, Ids ids, Clock clock) {
        this.commands = commands;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    @POST
    public Uni<Response> raise(@RestPath String name, @Valid Raise body) {
        return commands.run(body, session -> raise(session, new TallyRaised(name, body.by())));
    }

    private Uni<Outcome> raise(Mutiny.StatelessSession session, TallyRaised raised) {
        var told = Outgoing.of(TallyRaised.TOLD, ids.next(), raised.name(), clock.instant(), raised);
        return TallyHandler.append(session, raised)
                .chain(() -> outbox.publish(session, List.of(told)))
                .map(done -> raised.by() == 99
                        ? Outcome.refused(Problem.conflict("full", "99 is where it ends."))
                        : Outcome.ok(raised));
    }

    /** By how much. */
    public record Raise(@Max(100) int by) {}
}
