package city.urbanops.intake.duplicates.application;

import city.urbanops.intake.duplicates.domain.OpenCase;
import city.urbanops.intake.duplicates.domain.TextFingerprint;
import city.urbanops.intake.duplicates.domain.TypedReport;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Looks up open cases that may be meant; each look-up is a superset of what the rule suggests, and bounded. */
public interface Candidates {

    /** The stored report as it would be typed; empty if there is no such case. */
    Uni<Optional<TypedReport>> report(Mutiny.StatelessSession session, UUID caseId);

    /** Open cases of the same class around the point. */
    Uni<List<OpenCase>> nearby(
            Mutiny.StatelessSession session, TypedReport report, double radiusMeters, Instant from, Instant to);

    /** Open cases told of in nearly the same words, those that share most of the fingerprint first. */
    Uni<List<OpenCase>> alike(Mutiny.StatelessSession session, TextFingerprint fingerprint);

    /** Open cases the same phone reported. */
    Uni<List<OpenCase>> ofCaller(Mutiny.StatelessSession session, String callerToken);

    /** Open cases the reporter of that case reported, too. */
    Uni<List<OpenCase>> ofSameCaller(Mutiny.StatelessSession session, UUID caseId);
}
