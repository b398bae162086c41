package city.urbanops.intake.referral.application;

import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.security.Scope;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reports given back to the systems that handed them in 退单; a return is written once. */
public interface ReportReturns {

    /** Writes a return down. */
    Uni<Void> add(Mutiny.StatelessSession session, Return returned, String areaCode);

    /** Newest first, one more than the page asks for. */
    Uni<List<Return>> search(Mutiny.StatelessSession session, Filter filter, Scope scope, PageRequest page);

    /** True if the case was given back. */
    Uni<Boolean> isReturned(Mutiny.StatelessSession session, UUID caseId);

    /** Notes that a returned report came again as another case. @return false if it has come again before */
    Uni<Boolean> resubmitted(Mutiny.StatelessSession session, UUID caseId, UUID returnedCaseId);

    /** The returned case that came again as this one, if one did. */
    Uni<Optional<UUID>> resubmissionOf(Mutiny.StatelessSession session, UUID caseId);

    /**
     * A report that was given back.
     *
     * @param publisher the system it went back to
     * @param kind of the referral
     * @param to whom it belongs, if that was said
     * @param opinion why, masked
     * @param returnedBy the account that decided it
     * @param resubmittedAs the case it came again as, if it did
     */
    record Return(
            UUID caseId,
            String caseNumber,
            String channel,
            String publisher,
            String sourceNo,
            String kind,
            @Nullable String to,
            String opinion,
            String returnedBy,
            Instant returnedAt,
            @Nullable UUID resubmittedAs) {}

    /**
     * What to look for; absent means any.
     *
     * @param publisher what went back to this system only
     * @param from earliest return, inclusive
     * @param to latest return, exclusive
     */
    record Filter(Optional<String> publisher, Optional<String> channel, Optional<Instant> from, Optional<Instant> to) {}
}
