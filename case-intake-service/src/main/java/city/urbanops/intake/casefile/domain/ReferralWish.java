package city.urbanops.intake.casefile.domain;

import city.urbanops.intake.casefile.domain.Decision.BreaksRule;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A referral somebody wants, with what has to be known to judge it.
 *
 * @param kind of the kinds in force
 * @param earlier the case it names, absent if it names none or none the actor may see
 */
public record ReferralWish(
        Referral referral, ReferralKind kind, @Nullable CaseFile earlier) {

    private static final Set<Phase> NOT_DECIDED_YET = EnumSet.of(Phase.REPORTED, Phase.VERIFYING);

    /**
     * True if only the shift leader may void the case so. What has been filed has been found to be ours: taking that back is the leader's,
     * whatever the kind.
     *
     * @param wish absent for a void without a referral
     */
    public static boolean needsLeader(CaseFile file, @Nullable ReferralWish wish) {
        return wish == null || wish.kind.approval() || !NOT_DECIDED_YET.contains(file.phase());
    }

    /** Why the case cannot be referred so; empty if nothing speaks against it. */
    Optional<BreaksRule> refusal(CaseFile file) {
        if (!kind.isFor(file.report().channel())) {
            return refused(
                    "kind", "is not for what came by " + file.report().channel().name());
        }
        if (kind.returns() && file.report().sourceNo() == null) {
            return refused("kind", "is only for what was handed in with a sourceNo, under which it can go back");
        }
        return earlierRefusal(file, referral.earlierCaseId());
    }

    private Optional<BreaksRule> earlierRefusal(CaseFile file, @Nullable UUID named) {
        if (named == null) {
            return kind.namesEarlier() ? refused("earlierCaseId", "is required for " + kind.code()) : Optional.empty();
        }
        if (!kind.namesEarlier()) {
            return refused("earlierCaseId", "is not for " + kind.code());
        }
        if (named.equals(file.id())) {
            return refused("earlierCaseId", "is the case itself");
        }
        if (earlier == null) {
            return refused("earlierCaseId", "is not a case you may see");
        }
        return earlier.report().reportedAt().isAfter(file.report().reportedAt())
                ? refused("earlierCaseId", "was reported later than this one")
                : Optional.empty();
    }

    private static Optional<BreaksRule> refused(String field, String message) {
        return Optional.of(new BreaksRule("referral." + field, message));
    }
}
