package city.urbanops.kit.http;

import city.urbanops.kit.problem.Problems;
import city.urbanops.kit.security.CurrentCaller;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Runs a command of an HTTP request in one transaction, once per {@code Idempotency-Key} if the client sent one. */
@RequestScoped
public class Commands {

    private final Transactions transactions;
    private final IdempotentAnswers answers;
    private final CurrentCaller caller;
    private final HttpHeaders headers;
    private final UriInfo uri;

    Commands(
            Transactions transactions,
            IdempotentAnswers answers,
            CurrentCaller caller,
            HttpHeaders headers,
            UriInfo uri) {
        this.transactions = transactions;
        this.answers = answers;
        this.caller = caller;
        this.headers = headers;
        this.uri = uri;
    }

    /**
     * Runs the command; a refusal rolls everything back.
     *
     * @param body the request as parsed, which with the same key must be the same, as its query
     * @param command the use case, given the transaction's session
     * @return the HTTP answer, after the commit
     */
    public Uni<Response> run(Object body, Function<Mutiny.StatelessSession, Uni<Outcome>> command) {
        var key = Optional.ofNullable(headers.getHeaderString("Idempotency-Key"));
        if (key.isEmpty()) {
            return transactions
                    .write(session -> undoIfRefused(session, command.apply(session)))
                    .map(Commands::answer);
        }
        var request = answers.identify(
                key.get(), caller.get(), uri.getPath(), uri.getRequestUri().getRawQuery(), body);
        return transactions
                .write(session -> answers.once(session, request, () -> undoIfRefused(session, command.apply(session))))
                .map(Commands::answer);
    }

    private static Uni<Outcome> undoIfRefused(Mutiny.StatelessSession session, Uni<Outcome> outcome) {
        return outcome.invoke(result -> {
            if (result instanceof Outcome.Refused) {
                session.currentTransaction().markForRollback();
            }
        });
    }

    private static Response answer(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            return Problems.answer(refused.problem());
        }
        var done = (Outcome.Done) outcome;
        return Response.status(done.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(done.body())
                .build();
    }
}
