package city.urbanops.dispatch.notice.application;

import city.urbanops.contracts.Roles;
import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.dispatch.notice.domain.MessageRoute;
import city.urbanops.dispatch.notice.persistence.MessageTable;
import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.security.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** How sending to a unit's contacts goes; and a new beginning for addresses that were given up. */
@Singleton
public class ManageRoutes {

    private static final Set<String> FOR_ALL_UNITS = Set.of(Roles.ADMIN);

    private final MessageTable messages;
    private final CurrentCity city;

    ManageRoutes(MessageTable messages, CurrentCity city) {
        this.messages = messages;
        this.city = city;
    }

    /** The addresses something was sent to. */
    public record Routes(List<MessageRoute> items) {
        public Routes {
            items = List.copyOf(items);
        }
    }

    /** Every address something was sent to since the last new beginning; 404 unknown unit, 403 another's. */
    public Uni<Outcome> show(Mutiny.StatelessSession session, Caller caller, String unit) {
        return refusal(caller, unit)
                .map(problem -> Uni.createFrom().item(Outcome.refused(problem)))
                .orElseGet(() -> routes(session, unit));
    }

    /** Forgets failures and what waits; the next event finds the unit's contacts as they are then. Answers what was there. */
    public Uni<Outcome> begin(Mutiny.StatelessSession session, Caller caller, String unit) {
        return refusal(caller, unit)
                .map(problem -> Uni.createFrom().item(Outcome.refused(problem)))
                .orElseGet(() -> routes(session, unit).call(() -> messages.forget(session, unit)));
    }

    private Uni<Outcome> routes(Mutiny.StatelessSession session, String unit) {
        return messages.routes(session, unit).map(found -> Outcome.ok(new Routes(found)));
    }

    private Optional<Problem> refusal(Caller caller, String unit) {
        if (city.get().units().find(unit).isEmpty()) {
            return Optional.of(Problem.notFound("There is no unit " + unit + "."));
        }
        return caller.scope(FOR_ALL_UNITS).admits(Optional.of(unit), "")
                        || caller.department().filter(unit::equals).isPresent()
                ? Optional.empty()
                : Optional.of(Problem.forbidden("These are another unit's contacts."));
    }
}
