package city.urbanops.metrics.api;

import city.urbanops.contracts.Roles;
import city.urbanops.kit.http.Page;
import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.CurrentCaller;
import city.urbanops.metrics.application.AnswerClosureRates;
import city.urbanops.metrics.application.DrillDown;
import city.urbanops.metrics.domain.Indicator;
import city.urbanops.metrics.domain.Ratio;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The catalogue of indicators, their figures, and the cases behind each figure. */
@Path("/api/v1/metrics")
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed(FigureReaders.READ_FIGURES)
public class IndicatorResource {

    private final AnswerClosureRates rates;
    private final DrillDown drillDown;
    private final CurrentCaller caller;
    private final Clock clock;

    IndicatorResource(AnswerClosureRates rates, DrillDown drillDown, CurrentCaller caller, Clock clock) {
        this.rates = rates;
        this.drillDown = drillDown;
        this.caller = caller;
        this.clock = clock;
    }

    /** The whole catalogue, in its own order. */
    @GET
    @Path("indicators")
    public List<IndicatorView> catalogue() {
        return Arrays.stream(Indicator.values()).map(IndicatorView::of).toList();
    }

    /** One figure per group; 404 for an unknown indicator or variant. */
    @GET
    @Path("indicators/{id}")
    public Uni<IndicatorView.Figures> figures(
            @RestPath String id,
            @RestQuery @Nullable String variant,
            @RestQuery @Nullable String groupBy,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to) {
        var indicator = indicator(id);
        var name = variant == null ? Indicator.STANDARD : variant;
        var ratio = ratio(indicator, name);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var scope = caller.get().scope(Roles.CENTRAL);
        var query = new ClosureParameters(clock.getZone(), now).query(groupBy, from, to, scope);
        return rates.answer(query, ratio.sets())
                .map(groups -> IndicatorView.Figures.of(indicator, name, ratio, groups, now));
    }

    /** The cases of a figure: {@code side} is {@code part}, {@code base}, or {@code missing} for those of the base the part lacks. */
    @GET
    @Path("indicators/{id}/cases")
    public Uni<Page<IndicatorView.Case>> cases(
            @RestPath String id,
            @RestQuery @Nullable String variant,
            @BeanParam CaseParameters parameters,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor) {
        var ratio = ratio(indicator(id), variant == null ? Indicator.STANDARD : variant);
        var page = PageRequest.of(limit, cursor, 2);
        var scope = caller.get().scope(Roles.CENTRAL);
        var query = parameters.query(ratio, scope, page, clock);
        return drillDown.cases(query).map(rows -> CasePage.of(rows, page));
    }

    /** Every figure a case is in; 404 if there is none the caller may see. */
    @GET
    @Path("cases/{caseId}/figures")
    public Uni<IndicatorView.CaseFigures> figuresOf(@RestPath UUID caseId) {
        var scope = caller.get().scope(Roles.CENTRAL);
        return drillDown.one(caseId).map(found -> found.filter(
                        row -> scope.admits(Optional.ofNullable(row.department()), row.areaCode()))
                .map(IndicatorView.CaseFigures::of)
                .orElseThrow(() -> new ProblemException(Problem.notFound("No such case is counted here."))));
    }

    private static Indicator indicator(String id) {
        return Indicator.ofId(id)
                .orElseThrow(() -> new ProblemException(Problem.notFound("No indicator has this id.")));
    }

    private static Ratio ratio(Indicator indicator, String variant) {
        return Optional.ofNullable(indicator.variants().get(variant))
                .orElseThrow(() -> new ProblemException(Problem.invalid(
                        "variant",
                        "must be one of "
                                + String.join(", ", indicator.variants().keySet()))));
    }
}
