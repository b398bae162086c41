package city.urbanops.intake.reporter.domain;

import city.urbanops.deadlines.TimeLimit;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A reply that was promised to a reporter, and how far it is. Both deadlines are computed once, when the report comes in; only an extension
 * moves one. What was done first holds: a reopened case is replied to again, but the promise was kept or broken before.
 *
 * @param contactDueAt by when the reporter has to be contacted
 * @param replyDueAt by when the reporter has to be told the result
 * @param limit the channel's limit the deadline was computed from; absent if whoever passed the report on set it
 * @param extensions of the reply's deadline
 * @param contactedAt when the reporter was contacted first
 * @param repliedAt when the reporter was told the result first
 * @param contactOverdue true once it was told that the contact is overdue
 * @param replyOverdue the same of the reply
 */
public record PromisedReply(
        Instant contactDueAt,
        Instant replyDueAt,
        @Nullable TimeLimit limit,
        int extensions,
        @Nullable Instant contactedAt,
        @Nullable Instant repliedAt,
        boolean contactOverdue,
        boolean replyOverdue) {

    static PromisedReply made(Instant contactDueAt, Instant replyDueAt, @Nullable TimeLimit limit) {
        return new PromisedReply(contactDueAt, replyDueAt, limit, 0, null, null, false, false);
    }

    /** The next instant after which something may be overdue that nobody was told of; empty if nothing is left to wait for. */
    public Optional<Instant> nextLapse() {
        return Stream.of(
                        contactedAt == null && !contactOverdue ? Optional.of(contactDueAt) : Optional.<Instant>empty(),
                        repliedAt == null && !replyOverdue ? Optional.of(replyDueAt) : Optional.<Instant>empty())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    PromisedReply contacted(Instant at) {
        return new PromisedReply(
                contactDueAt, replyDueAt, limit, extensions, at, repliedAt, contactOverdue, replyOverdue);
    }

    PromisedReply replied(Instant at) {
        return new PromisedReply(
                contactDueAt, replyDueAt, limit, extensions, contactedAt, at, contactOverdue, replyOverdue);
    }

    PromisedReply extendedTo(Instant dueAt) {
        return new PromisedReply(
                contactDueAt, dueAt, limit, extensions + 1, contactedAt, repliedAt, contactOverdue, replyOverdue);
    }

    PromisedReply lapsed(boolean contact, boolean reply) {
        return new PromisedReply(contactDueAt, replyDueAt, limit, extensions, contactedAt, repliedAt, contact, reply);
    }
}
