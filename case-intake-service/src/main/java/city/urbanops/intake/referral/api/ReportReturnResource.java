package city.urbanops.intake.referral.api;

import city.urbanops.contracts.Roles;
import city.urbanops.intake.casefile.domain.Channel;
import city.urbanops.intake.referral.application.ReportReturns;
import city.urbanops.intake.referral.application.ReportReturns.Filter;
import city.urbanops.intake.referral.application.ReportReturns.Return;
import city.urbanops.kit.http.Cursor;
import city.urbanops.kit.http.Page;
import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.http.StorableTime;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.CurrentCaller;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What was given back to the systems that handed it in 退单: central roles see all of it, a system its own. */
@Path("/api/v1/report-returns")
public class ReportReturnResource {

    private static final Set<String> READERS = Stream.concat(Roles.CENTRAL.stream(), Stream.of(Roles.SYSTEM_PUBLISHER))
            .collect(Collectors.toUnmodifiableSet());

    private final ReportReturns returns;
    private final Transactions transactions;
    private final CurrentCaller caller;

    ReportReturnResource(ReportReturns returns, Transactions transactions, CurrentCaller caller) {
        this.returns = returns;
        this.transactions = transactions;
        this.caller = caller;
    }

    /** Returns, newest first. */
    @GET
    @RolesAllowed({
        Roles.HOTLINE_AGENT,
        Roles.SHIFT_LEADER,
        Roles.DISPATCHER,
        Roles.CHECKER,
        Roles.ASSESSOR,
        Roles.SYSTEM_PUBLISHER,
        Roles.ADMIN,
        Roles.DRIVER
    })
    public Uni<Page<Return>> search(
            @RestQuery @Nullable String channel,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor) {
        var page = PageRequest.of(limit, cursor, 2);
        var filter = new Filter(own(), channel(channel), instant("from", from), instant("to", to));
        // a system has no department and sees by its name instead
        var scope = caller.get().scope(READERS);
        return transactions
                .read(session -> returns.search(session, filter, scope, page))
                .map(found -> Page.of(found, page, row -> Cursor.of(row.returnedAt(), row.caseId())));
    }

    /** The publisher an account is limited to: itself, unless it is somebody's of the centre. */
    private Optional<String> own() {
        var account = caller.get();
        return account.hasAnyOf(Roles.CENTRAL) ? Optional.empty() : Optional.of(account.account());
    }

    private static Optional<String> channel(@Nullable String name) {
        if (name != null
                && Arrays.stream(Channel.values())
                        .noneMatch(known -> known.name().equals(name))) {
            throw new ProblemException(Problem.invalid("channel", "is not one of the known values"));
        }
        return Optional.ofNullable(name);
    }

    private static Optional<Instant> instant(String name, @Nullable String value) {
        return Optional.ofNullable(value).map(text -> StorableTime.instant(text)
                .orElseThrow(() ->
                        new ProblemException(Problem.invalid(name, "must be a time such as 2026-03-02T04:00:00Z"))));
    }
}
