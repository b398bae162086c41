package city.urbanops.metrics.reported.api;

import city.urbanops.kit.http.Commands;
import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.security.Caller;
import city.urbanops.kit.security.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;

/** Commands together with who gives them. */
@RequestScoped
class Desk {

    private final Commands commands;
    private final CurrentCaller caller;

    Desk(Commands commands, CurrentCaller caller) {
        this.commands = commands;
        this.caller = caller;
    }

    Caller caller() {
        return caller.get();
    }

    /** Runs a command under the caller's account, once per {@code Idempotency-Key}. */
    Uni<Response> run(Object body, BiFunction<Mutiny.StatelessSession, String, Uni<Outcome>> command) {
        var account = caller.get().account();
        return commands.run(body, session -> command.apply(session, account));
    }
}
