package city.urbanops.intake.referral.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The city's own lists of referrals; a version never changes. */
public interface ReferralVersions {

    /** The version in force at that time; empty if the city has none of its own yet. */
    Uni<Optional<ReferralList>> inForce(Mutiny.StatelessSession session, Instant at);

    /** All versions, the latest to come into force first. */
    Uni<List<Dated>> all(Mutiny.StatelessSession session);

    /** Adds a version. @return false if its name is taken */
    Uni<Boolean> add(Mutiny.StatelessSession session, ReferralList list, Instant effectiveAt, String actor);

    /** A version and when it comes, or came, into force. */
    record Dated(String version, Instant effectiveAt, int kinds) {}
}
