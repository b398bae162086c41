package city.urbanops.intake.taxonomy.api;

import city.urbanops.contracts.Roles;
import city.urbanops.intake.taxonomy.application.ImportTaxonomy;
import city.urbanops.intake.taxonomy.application.StandardsView;
import city.urbanops.intake.taxonomy.application.Taxonomy;
import city.urbanops.intake.taxonomy.application.TaxonomyCsv;
import city.urbanops.intake.taxonomy.application.TaxonomyInForce;
import city.urbanops.intake.taxonomy.application.TaxonomyVersions;
import city.urbanops.kit.http.Commands;
import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.CurrentCaller;
import city.urbanops.kit.transaction.Transactions;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Classes and filing standards: what is in force, all versions, and new ones. */
@Path("/api/v1/taxonomy")
@Authenticated
public class TaxonomyResource {

    private final TaxonomyInForce inForce;
    private final TaxonomyVersions versions;
    private final ImportTaxonomy importTaxonomy;
    private final Transactions transactions;
    private final CommandsOfCaller commands;

    TaxonomyResource(
            TaxonomyInForce inForce,
            TaxonomyVersions versions,
            ImportTaxonomy importTaxonomy,
            Transactions transactions,
            CommandsOfCaller commands) {
        this.inForce = inForce;
        this.versions = versions;
        this.importTaxonomy = importTaxonomy;
        this.transactions = transactions;
        this.commands = commands;
    }

    /** The standards in force. */
    @GET
    public StandardsView current() {
        return inForce.get().view();
    }

    /** All versions, the latest to come into force first. */
    @GET
    @Path("versions")
    public Uni<List<VersionView>> all() {
        var current = inForce.get().version();
        return transactions.read(versions::all).map(all -> all.stream()
                .map(stored -> VersionView.of(stored, current))
                .toList());
    }

    /** One version. */
    @GET
    @Path("versions/{version}")
    public StandardsView version(String version) {
        return named(version).view();
    }

    /** One version as CSV in our own columns, ready to be changed and handed in again. */
    @GET
    @Path("versions/{version}/csv")
    @Produces("text/csv; charset=UTF-8")
    public String csv(String version) {
        return named(version).csv();
    }

    /**
     * Hands in a new version as CSV: 201 with the report, or 422 naming every line that is wrong.
     *
     * @param version its name
     * @param effectiveAt when it comes into force; now if absent
     * @param dryRun true to get the report only
     */
    @POST
    @Path("versions")
    @Consumes("text/csv")
    @RolesAllowed({Roles.ADMIN})
    public Uni<Response> add(
            @RestQuery @Nullable String version,
            @RestQuery @Nullable String effectiveAt,
            @RestQuery @Nullable String dryRun,
            String csv) {
        var request = VersionRequest.of(version, effectiveAt, dryRun);
        var reading = TaxonomyCsv.read(request.version(), csv);
        if (request.dryRun()) {
            return Uni.createFrom()
                    .item(Response.ok(ImportReport.of(request, reading, null)).build());
        }
        return commands.run(List.of(request, csv), (session, account) -> importTaxonomy
                        .store(session, reading, request.effectiveAt(), account)
                        .map(from -> Outcome.created(ImportReport.of(request, reading, from))))
                .call(done -> inForce.refresh());
    }

    private Taxonomy named(String version) {
        return inForce.named(version)
                .orElseThrow(
                        () -> new ProblemException(Problem.notFound("There is no such version of the standards.")));
    }

    /** Commands together with who gives them. */
    @RequestScoped
    static class CommandsOfCaller {

        private final Commands commands;
        private final CurrentCaller caller;

        CommandsOfCaller(Commands commands, CurrentCaller caller) {
            this.commands = commands;
            this.caller = caller;
        }

        Uni<Response> run(Object body, Work work) {
            var account = caller.get().account();
            return commands.run(body, session -> work.run(session, account));
        }

        /** A command of an account. */
        interface Work {
            Uni<Outcome> run(Mutiny.StatelessSession session, String account);
        }
    }
}
