package city.urbanops.metrics.assessment.api;

import city.urbanops.contracts.Roles;
import city.urbanops.kit.http.Page;
import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.CurrentCaller;
import city.urbanops.metrics.api.CasePage;
import city.urbanops.metrics.api.CaseSide;
import city.urbanops.metrics.api.IndicatorView;
import city.urbanops.metrics.api.QueryChecks;
import city.urbanops.metrics.application.AssessedRollups.Some;
import city.urbanops.metrics.application.SharedCases.ShareQuery;
import city.urbanops.metrics.assessment.application.ReadPeople;
import city.urbanops.metrics.domain.Assessed;
import city.urbanops.metrics.domain.Indicator;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Figures of people by their own steps, and of unit grids, month-wise; whoever does not assess sees the own figures only. */
@Path("/api/v1/metrics/assessed/{kind}/{period}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.ASSESSOR,
    Roles.HOTLINE_AGENT,
    Roles.PATROL,
    Roles.CHECKER,
    Roles.DISPATCHER,
    Roles.SHIFT_LEADER,
    Roles.ADMIN,
    Roles.DRIVER
})
public class PeopleResource {

    private final ReadPeople read;
    private final CurrentCaller caller;
    private final Clock clock;

    PeopleResource(ReadPeople read, CurrentCaller caller, Clock clock) {
        this.read = read;
        this.caller = caller;
        this.clock = clock;
    }

    /** The figures each composite index is made of, one item per account or grid, by key; a city has thousands of grids. */
    @GET
    public Uni<PeopleView> figures(
            @RestPath String kind,
            @RestPath String period,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor) {
        var asked = Parameters.period(period);
        var of = kind(kind);
        var own = Visibility.of(of, caller.get());
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var page = PageRequest.of(limit, cursor, 1);
        var some = Some.next(own, page.after().map(last -> last.text(0)), page.limit() + 1);
        return read.counts(of, asked, some).map(groups -> PeopleView.of(of, asked.name(), groups, page, now));
    }

    /**
     * The cases of a person's figure, by date and id. Those of a grid, and those a supervisor has missed, are found by area at
     * {@code /api/v1/metrics/indicators/{id}/cases}.
     *
     * @param indicator for example {@code in-time-verify-rate}
     * @param side part, base, or missing for those of the base the part lacks
     */
    @GET
    @Path("{account}/cases")
    public Uni<Page<IndicatorView.Case>> cases(
            @RestPath String kind,
            @RestPath String period,
            @RestPath String account,
            @RestQuery @Nullable String indicator,
            @RestQuery @Nullable String side,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor) {
        var asked = Parameters.period(period);
        var of = kind(kind);
        if (!of.isOfPersons()) {
            throw new ProblemException(Problem.invalid("kind", "must be one of people"));
        }
        Parameters.requireVisible(account, Visibility.of(of, caller.get()));
        var wanted = side(of, indicator, side);
        var page = PageRequest.of(limit, cursor, 2);
        var query = new ShareQuery(
                of,
                account,
                asked.from(),
                asked.to(),
                wanted.in(),
                wanted.notIn(),
                CasePage.after(page),
                page.limit() + 1);
        return read.cases(query).map(rows -> CasePage.of(rows, page));
    }

    private static Assessed kind(String id) {
        return Assessed.ofId(id)
                .orElseThrow(() -> QueryChecks.invalid(
                        "kind",
                        Arrays.stream(Assessed.values())
                                .map(Assessed::id)
                                .collect(Collectors.joining(", ", "must be one of ", ""))));
    }

    /** The miss rate is of a beat, whose cases are not the person's. */
    private static CaseSide side(Assessed kind, @Nullable String indicator, @Nullable String side) {
        List<String> known = PeopleView.shown(kind).stream()
                .filter(id -> !id.equals("miss-rate"))
                .toList();
        if (indicator == null || !known.contains(indicator)) {
            throw QueryChecks.invalid("indicator", "must be one of " + String.join(", ", known));
        }
        return CaseSide.of(Indicator.find(indicator).orElseThrow(), side)
                .orElseThrow(() -> QueryChecks.invalid("side", "must be part, or for a rate also base or missing"));
    }
}
