package city.urbanops.metrics.reported.api;

import city.urbanops.contracts.Roles;
import city.urbanops.kit.http.Cursor;
import city.urbanops.kit.http.Page;
import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.metrics.api.QueryChecks;
import city.urbanops.metrics.reported.application.DecideEntry;
import city.urbanops.metrics.reported.application.EnterReport;
import city.urbanops.metrics.reported.application.Entries;
import city.urbanops.metrics.reported.application.ImportReports;
import city.urbanops.metrics.reported.application.ReadFigures;
import city.urbanops.metrics.reported.application.ReportCsv;
import city.urbanops.metrics.reported.domain.Entry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Reports of units: leads enter their own unit's, assessors any, and assessors decide which count. */
@Path("/api/v1/metrics/reported-indicators")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DEPARTMENT_LEAD, Roles.ASSESSOR, Roles.ADMIN, Roles.DRIVER})
public class EntryResource {

    private final EnterReport enter;
    private final DecideEntry decide;
    private final ImportReports imports;
    private final ReadFigures read;
    private final Desk desk;

    EntryResource(EnterReport enter, DecideEntry decide, ImportReports imports, ReadFigures read, Desk desk) {
        this.enter = enter;
        this.decide = decide;
        this.imports = imports;
        this.read = read;
        this.desk = desk;
    }

    /** A report; {@code unit} absent for the own one. */
    public record ReportRequest(
            @Size(max = 100) @Nullable String unit,
            @NotNull @Size(max = 10) String period,

            @NotNull @DecimalMin("0") @Digits(integer = 15, fraction = 6)
            BigDecimal numerator,

            @DecimalMin("0") @Digits(integer = 15, fraction = 6) @Nullable
            BigDecimal denominator,

            @DecimalMin("0") @Digits(integer = 15, fraction = 6) @Nullable
            BigDecimal excluded,

            @Size(max = 2000) @Nullable String note,
            @Size(max = 2000) @Nullable String evidence,
            @Nullable Boolean correction) {}

    /** A decision; the opinion is mandatory when an entry is sent back. */
    public record DecisionRequest(
            @Size(max = 2000) @Nullable String opinion) {}

    /** Enters a report; it counts once it is confirmed. */
    @POST
    @Path("{id}/entries")
    @Operation(summary = "Report a figure of a unit and period")
    public Uni<Response> enter(@RestPath String id, @NotNull @Valid ReportRequest request) {
        var own = Reporters.ownUnit(desk.caller());
        var unit = Reporters.unit(desk.caller(), request.unit())
                .orElseThrow(() -> QueryChecks.invalid("unit", "is needed: whose figure"));
        var said = new EnterReport.Said(
                id,
                unit,
                Reporters.period(request.period()),
                request.numerator(),
                request.denominator(),
                request.excluded(),
                request.note(),
                request.evidence(),
                Boolean.TRUE.equals(request.correction()));
        return desk.run(request, (session, account) -> enter.enter(session, said, own, account));
    }

    /** Entries of an indicator, the latest first; a lead sees the own unit's. */
    @GET
    @Path("{id}/entries")
    @Operation(summary = "The reports behind the figures, whatever was decided about them")
    public Uni<Page<Entry>> entries(
            @RestPath String id,
            @RestQuery @Nullable String unit,
            @RestQuery @Nullable String period,
            @RestQuery @Nullable String state,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor) {
        var page = PageRequest.of(limit, cursor, 1);
        var query = new Entries.Query(
                id,
                Reporters.unit(desk.caller(), unit).orElse(null),
                period == null ? null : Reporters.period(period).name(),
                state(state),
                page.after().map(last -> last.id(0)).orElse(null),
                page.limit() + 1);
        return read.entries(query)
                .map(rows ->
                        Page.of(rows, page, entry -> Cursor.of(entry.report().entryId())));
    }

    /** From now on the entry counts, instead of an earlier one of its unit and period. */
    @POST
    @Path("entries/{entryId}/actions/confirm")
    @RolesAllowed({Roles.ASSESSOR, Roles.ADMIN, Roles.DRIVER})
    @Operation(summary = "Confirm a report")
    public Uni<Response> confirm(@RestPath UUID entryId, @Nullable @Valid DecisionRequest request) {
        var said = request == null ? new DecisionRequest(null) : request;
        return desk.run(said, (session, account) -> decide.decide(session, entryId, true, said.opinion(), account));
    }

    /** The entry never counts; the unit reports again. */
    @POST
    @Path("entries/{entryId}/actions/send-back")
    @RolesAllowed({Roles.ASSESSOR, Roles.ADMIN, Roles.DRIVER})
    @Operation(summary = "Send a report back, with the reason")
    public Uni<Response> sendBack(@RestPath UUID entryId, @Nullable @Valid DecisionRequest request) {
        if (request == null || request.opinion() == null || request.opinion().isBlank()) {
            throw new ProblemException(Problem.invalid("opinion", "is needed to send an entry back"));
        }
        return desk.run(
                request, (session, account) -> decide.decide(session, entryId, false, request.opinion(), account));
    }

    /**
     * Takes a table of reports: indicator, unit, period, numerator, and if needed denominator, excluded, note, evidence, correction.
     *
     * @param dryRun false to store; otherwise only the report by line is given
     */
    @POST
    @Path("entries/import")
    @Consumes("text/csv")
    @Operation(summary = "Import reports from CSV; a dry run unless dryRun=false")
    public Uni<Response> importTable(@RestQuery @Nullable String dryRun, String csv) {
        if (dryRun != null && !dryRun.equals("true") && !dryRun.equals("false")) {
            throw QueryChecks.invalid("dryRun", "must be true or false");
        }
        var own = Reporters.ownUnit(desk.caller());
        var lines = ReportCsv.read(csv);
        var dry = !"false".equals(dryRun);
        return desk.run(List.of(csv), (session, account) -> imports.run(session, lines, dry, own, account));
    }

    private static Entry.@Nullable State state(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(Entry.State.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElseThrow(() -> QueryChecks.invalid("state", "must be PENDING, CONFIRMED or SENT_BACK"));
    }
}
