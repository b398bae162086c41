package city.urbanops.metrics.assessment.api;

import city.urbanops.contracts.Roles;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.metrics.assessment.application.Ledger.Appeal;
import city.urbanops.metrics.assessment.application.Ledger.LedgerEntry;
import city.urbanops.metrics.assessment.application.ReadAssessment;
import city.urbanops.metrics.assessment.application.ReproducePeriod;
import city.urbanops.metrics.assessment.application.Sheet;
import city.urbanops.metrics.assessment.domain.Period;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Shows scores, and what each point came from. */
@Path("/api/v1/assessments/{scheme}/{period}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.ASSESSOR,
    Roles.DEPARTMENT_LEAD,
    Roles.HOTLINE_AGENT,
    Roles.PATROL,
    Roles.CHECKER,
    Roles.DISPATCHER,
    Roles.SHIFT_LEADER,
    Roles.ADMIN,
    Roles.DRIVER
})
public class AssessmentResource {

    private final ReadAssessment read;
    private final ReproducePeriod reproduce;
    private final Visibility visibility;

    AssessmentResource(ReadAssessment read, ReproducePeriod reproduce, Visibility visibility) {
        this.read = read;
        this.reproduce = reproduce;
        this.visibility = visibility;
    }

    /** Scores by group and rank, as published, else provisional; a lead sees the own unit's, a person the own. */
    @GET
    public Uni<Sheet> sheet(@RestPath String scheme, @RestPath String period, @RestQuery boolean provisional) {
        var asked = Parameters.period(period);
        return visibility.of(scheme, asked).chain(own -> read.brief(scheme, asked, provisional, own));
    }

    /** One unit's score with every part, deduction, ledger entry and appeal; 404 if it is not scored. */
    @GET
    @Path("units/{unit}")
    public Uni<UnitSheet> unit(
            @RestPath String scheme, @RestPath String period, @RestPath String unit, @RestQuery boolean provisional) {
        var asked = Parameters.period(period);
        return visibility
                .of(scheme, asked)
                .invoke(own -> Parameters.requireVisible(unit, own))
                .chain(own -> visible(scheme, asked, unit, provisional));
    }

    private Uni<UnitSheet> visible(String scheme, Period asked, String unit, boolean provisional) {
        return read.entries(scheme, asked, Optional.of(unit))
                .chain(entries -> read.appeals(scheme, asked, Optional.of(unit))
                        .chain(appeals -> read.unit(scheme, asked, provisional, unit)
                                .map(sheet -> UnitSheet.of(required(sheet), entries, appeals))));
    }

    private static Sheet required(Sheet sheet) {
        if (sheet.units().isEmpty()) {
            throw new ProblemException(Problem.notFound("This unit is not scored in this period."));
        }
        return sheet;
    }

    /** Appeals of the period, oldest first; a lead sees the own unit's. */
    @GET
    @Path("appeals")
    public Uni<List<Appeal>> appeals(@RestPath String scheme, @RestPath String period) {
        var asked = Parameters.period(period);
        return visibility.of(scheme, asked).chain(own -> read.appeals(scheme, asked, own));
    }

    /** Computes a published period again and names every unit that comes out otherwise. */
    @GET
    @Path("difference")
    @RolesAllowed({Roles.ASSESSOR, Roles.ADMIN, Roles.DRIVER})
    public Uni<ReproducePeriod.Comparison> difference(@RestPath String scheme, @RestPath String period) {
        return reproduce.compare(scheme, Parameters.period(period));
    }

    /** The same from the log alone: starts and answers 202; the comparison is the {@code answer} of the rebuild's progress. */
    @POST
    @Path("actions/reproduce")
    @RolesAllowed({Roles.ASSESSOR, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> reproduce(@RestPath String scheme, @RestPath String period) {
        return reproduce.fromLog(scheme, Parameters.period(period)).map(started -> started.map(
                        progress -> Response.accepted(progress).build())
                .orElseThrow(() -> new ProblemException(
                        Problem.conflict("rebuild-running", "A rebuild is running; ask how far it is."))));
    }

    /**
     * All about one unit's score.
     *
     * @param state PROVISIONAL or PUBLISHED
     * @param score with its parts
     * @param ledger every entry, oldest first
     */
    public record UnitSheet(
            String scheme,
            int version,
            String period,
            String state,
            JsonNode score,
            List<LedgerEntry> ledger,
            List<Appeal> appeals) {

        static UnitSheet of(Sheet sheet, List<LedgerEntry> ledger, List<Appeal> appeals) {
            return new UnitSheet(
                    sheet.scheme(),
                    sheet.version(),
                    sheet.period(),
                    sheet.state(),
                    sheet.units().get(0),
                    ledger,
                    appeals);
        }
    }
}
