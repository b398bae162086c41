package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.security.Scope;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads case files; every read is limited to what the caller may see. */
public interface CaseQueries {

    /** The case as it stands; a linked report stands where its parent stands. */
    Uni<Optional<CaseFile>> find(Mutiny.StatelessSession session, UUID id, Scope scope);

    /** Newest reports first, one row more than the page asks for. */
    Uni<List<CaseFile>> search(Mutiny.StatelessSession session, Filter filter, Scope scope, PageRequest page);

    /** The journal in its order; may be empty. */
    Uni<List<Journal.Entry>> journal(Mutiny.StatelessSession session, UUID caseId);

    /**
     * What to look for; absent means any.
     *
     * @param text words of the report or its number
     * @param from earliest report time, inclusive
     * @param to latest report time, exclusive
     */
    record Filter(
            Optional<String> phase,
            Optional<String> department,
            Optional<String> district,
            Optional<String> classCode,
            Optional<String> channel,
            Optional<String> text,
            Optional<Instant> from,
            Optional<Instant> to) {}
}
