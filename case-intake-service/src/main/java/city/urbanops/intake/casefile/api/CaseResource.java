package city.urbanops.intake.casefile.api;

import city.urbanops.contracts.Roles;
import city.urbanops.intake.casefile.application.CaseQueries;
import city.urbanops.intake.casefile.application.Journal;
import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.media.api.MediaView;
import city.urbanops.intake.media.application.PhotoQueries;
import city.urbanops.intake.referral.application.ReportReturns;
import city.urbanops.intake.reporter.application.Reporters;
import city.urbanops.intake.submission.application.ReportDetails;
import city.urbanops.kit.http.Cursor;
import city.urbanops.kit.http.Page;
import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.CurrentCaller;
import city.urbanops.kit.security.Scope;
import city.urbanops.kit.transaction.Transactions;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Case files, their journal, and search: central roles see all, departments their own. */
@Path("/api/v1/cases")
@Authenticated
public class CaseResource {

    private final CaseQueries queries;
    private final Journal journal;
    private final Reporters reporters;
    private final ReportDetails details;
    private final PhotoQueries photos;
    private final ReportReturns returns;
    private final Transactions transactions;
    private final CurrentCaller caller;

    CaseResource(
            CaseQueries queries,
            Journal journal,
            Reporters reporters,
            ReportDetails details,
            PhotoQueries photos,
            ReportReturns returns,
            Transactions transactions,
            CurrentCaller caller) {
        this.queries = queries;
        this.journal = journal;
        this.reporters = reporters;
        this.details = details;
        this.photos = photos;
        this.returns = returns;
        this.transactions = transactions;
        this.caller = caller;
    }

    /**
     * One case, with what its channel said beyond the report, and its photos: near, far and reference ones apart, those from after
     * handling last.
     */
    @GET
    @Path("{caseId}")
    public Uni<CaseView> get(UUID caseId) {
        var scope = scope();
        return transactions.read(session -> find(session, caseId, scope).chain(file -> reporter(session, caseId)
                .chain(reporter -> details.of(session, caseId).chain(beyond -> media(session, caseId)
                        .chain(media -> refused(session, caseId).chain(refused -> returns.resubmissionOf(
                                        session, caseId)
                                .map(returned -> CaseView.of(file, reporter, beyond, media, refused, returned))))))));
    }

    /** Every step of a case, in order. */
    @GET
    @Path("{caseId}/journal")
    public Uni<List<JournalView>> journal(UUID caseId) {
        var scope = scope();
        return transactions.read(session -> find(session, caseId, scope)
                .chain(file -> journal.of(session, caseId))
                .map(entries -> entries.stream().map(JournalView::of).toList()));
    }

    /** Cases, newest report first. */
    @GET
    public Uni<Page<CaseView>> search(@BeanParam CaseSearchParameters parameters) {
        var scope = scope();
        var page = PageRequest.of(parameters.limit, parameters.cursor, 2);
        var filter = parameters.filter();
        return transactions
                .read(session -> queries.search(session, filter, scope, page))
                .map(files -> Page.of(files, page, CaseResource::cursor))
                .map(found ->
                        new Page<>(found.items().stream().map(CaseView::of).toList(), found.nextCursor()));
    }

    private Uni<List<MediaView>> media(Mutiny.StatelessSession session, UUID caseId) {
        var withPosition = mayKnowReporter();
        return photos.ofCase(session, caseId).map(all -> all.stream()
                .map(photo -> MediaView.of(photo, withPosition))
                .toList());
    }

    private Uni<List<RefusedPhotoView>> refused(Mutiny.StatelessSession session, UUID caseId) {
        return journal.withRefusedPhotos(session, caseId).map(RefusedPhotoView::of);
    }

    private Uni<Optional<Reporters.Masked>> reporter(Mutiny.StatelessSession session, UUID caseId) {
        return mayKnowReporter()
                ? reporters.masked(session, caseId)
                : Uni.createFrom().item(Optional.empty());
    }

    private Uni<CaseFile> find(Mutiny.StatelessSession session, UUID caseId, Scope scope) {
        return queries.find(session, caseId, scope)
                .map(found ->
                        found.orElseThrow(() -> new ProblemException(Problem.notFound("There is no such case."))));
    }

    private static Cursor cursor(CaseFile file) {
        return Cursor.of(file.report().reportedAt(), file.id());
    }

    private Scope scope() {
        return caller.get().scope(Roles.CENTRAL);
    }

    /** A department is never shown who complained about what it handles (DOMAIN §7). */
    private boolean mayKnowReporter() {
        return caller.get().hasAnyOf(Roles.CENTRAL);
    }
}
