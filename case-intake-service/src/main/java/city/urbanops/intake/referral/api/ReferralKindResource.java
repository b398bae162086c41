package city.urbanops.intake.referral.api;

import city.urbanops.contracts.Roles;
import city.urbanops.intake.referral.application.ReferralCsv;
import city.urbanops.intake.referral.application.ReferralKinds;
import city.urbanops.intake.referral.application.ReferralList;
import city.urbanops.intake.referral.application.ReferralReading;
import city.urbanops.intake.referral.application.ReferralVersions;
import city.urbanops.intake.referral.application.ReferralVersions.Dated;
import city.urbanops.intake.taxonomy.api.VersionRequest;
import city.urbanops.intake.taxonomy.application.TaxonomyReading.Remark;
import city.urbanops.kit.http.Commands;
import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.security.CurrentCaller;
import city.urbanops.kit.transaction.Transactions;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The kinds of matters that are not ours, and where they belong: the list in force, all versions, and new ones. */
@Path("/api/v1/referral-kinds")
@Authenticated
public class ReferralKindResource {

    private final ReferralKinds kinds;
    private final ReferralVersions versions;
    private final Transactions transactions;
    private final Commands commands;
    private final CurrentCaller caller;

    ReferralKindResource(
            ReferralKinds kinds,
            ReferralVersions versions,
            Transactions transactions,
            Commands commands,
            CurrentCaller caller) {
        this.kinds = kinds;
        this.versions = versions;
        this.transactions = transactions;
        this.commands = commands;
        this.caller = caller;
    }

    /** The list in force. */
    @GET
    public Uni<ReferralList> current() {
        return transactions.read(kinds::inForce);
    }

    /** The city's own versions, the latest to come into force first; the one that ships is not among them. */
    @GET
    @Path("versions")
    public Uni<List<Dated>> all() {
        return transactions.read(versions::all);
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
        var reading = ReferralCsv.read(request.version(), csv);
        if (request.dryRun()) {
            return Uni.createFrom()
                    .item(Response.ok(ListReport.of(request.version(), reading, null))
                            .build());
        }
        var account = caller.get().account();
        return commands.run(
                List.of(request, csv), session -> kinds.store(session, reading, request.effectiveAt(), account)
                        .map(from -> Outcome.created(ListReport.of(request.version(), reading, from))));
    }

    /** What became of a table of referrals, line by line. */
    public record ListReport(
            String version, boolean stored, @Nullable Instant effectiveAt, int kinds, List<Remark> errors) {

        static ListReport of(String version, ReferralReading reading, @Nullable Instant effectiveAt) {
            return new ListReport(
                    version,
                    effectiveAt != null,
                    effectiveAt,
                    reading.list().map(list -> list.kinds().size()).orElse(0),
                    reading.errors());
        }
    }
}
