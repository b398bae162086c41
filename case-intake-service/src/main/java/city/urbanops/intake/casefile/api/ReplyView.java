package city.urbanops.intake.casefile.api;

import city.urbanops.intake.reporter.domain.PromisedReply;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The reply that was promised to the reporter, and how far it is. */
public record ReplyView(
        Instant contactDueAt,
        @Nullable Instant contactedAt,
        Instant replyDueAt,
        @Nullable Instant repliedAt,
        int extensions,
        boolean contactOverdue,
        boolean replyOverdue) {

    static ReplyView of(PromisedReply reply) {
        return new ReplyView(
                reply.contactDueAt(),
                reply.contactedAt(),
                reply.replyDueAt(),
                reply.repliedAt(),
                reply.extensions(),
                reply.contactOverdue(),
                reply.replyOverdue());
    }
}
