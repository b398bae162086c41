package city.urbanops.intake.history.api;

import city.urbanops.contracts.Roles;
import city.urbanops.intake.history.application.HistoricCases;
import city.urbanops.intake.history.application.ImportCases;
import city.urbanops.kit.http.Commands;
import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.CurrentCaller;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;

/** Takes cases of former systems in, a batch at a time. */
@Path("/api/v1/imports")
@RolesAllowed({Roles.ADMIN, Roles.DRIVER})
public class ImportResource {

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final ImportCases importCases;
    private final HistoricCases cases;
    private final Commands commands;
    private final Transactions transactions;
    private final CurrentCaller caller;
    private final Clock clock;

    ImportResource(
            ImportCases importCases,
            HistoricCases cases,
            Commands commands,
            Transactions transactions,
            CurrentCaller caller,
            Clock clock) {
        this.importCases = importCases;
        this.cases = cases;
        this.commands = commands;
        this.transactions = transactions;
        this.caller = caller;
        this.clock = clock;
    }

    /** Imports all of the batch or, if one of its cases is not usable, nothing; a repetition changes nothing. */
    @POST
    public Uni<Response> take(@NotNull(message = "is required") @Valid ImportRequest request) {
        refuseFuture(request);
        var batch = request.cases().stream()
                .map(told -> told.toDomain(request.asOf()))
                .toList();
        var actor = caller.get().account();
        return commands.run(request, session -> importCases
                .take(session, request.sourceSystem(), batch, actor)
                .map(Outcome::ok));
    }

    /** How many cases of a system are here. */
    @GET
    @Path("{sourceSystem}")
    public Uni<Holdings> holdings(String sourceSystem) {
        return transactions
                .read(session -> cases.count(session, sourceSystem))
                .map(count -> new Holdings(sourceSystem, count));
    }

    private void refuseFuture(ImportRequest request) {
        var latest = clock.instant().plus(CLOCK_TOLERANCE);
        for (var i = 0; i < request.cases().size(); i++) {
            if (request.cases().get(i).reportedAt().isAfter(latest)) {
                throw new ProblemException(Problem.invalid("cases[" + i + "].reportedAt", "lies in the future"));
            }
        }
    }

    /** What intake holds of a former system; zero for one it never heard of. */
    public record Holdings(String sourceSystem, long cases) {}
}
