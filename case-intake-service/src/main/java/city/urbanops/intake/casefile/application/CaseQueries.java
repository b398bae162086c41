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

    /**
     * What to look for; absent means any.
     *
     * @param area the beginning of the area code
     * @param referral the kind of {@link city.urbanops.intake.casefile.domain.Referral} it is void for
     * @param text words of the report, its address or its number; Chinese in pieces of any length
     * @param from earliest report time, inclusive
     * @param to latest report time, exclusive
     */
    record Filter(
            Optional<String> phase,
            Optional<String> department,
            Optional<String> district,
            Optional<String> area,
            Optional<String> classCode,
            Optional<String> channel,
            Optional<String> referral,
            Optional<String> text,
            Optional<Instant> from,
            Optional<Instant> to) {}
}
