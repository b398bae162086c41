package city.urbanops.dispatch.notice.application;

import city.urbanops.dispatch.notice.domain.Notice;
import city.urbanops.dispatch.notice.domain.Webhook;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Calls a receiver; a port, because how it is called is no matter of the use case. */
public interface NoticeChannel {

    /** Whether receivers can be called at all, which needs a signing key. */
    boolean isConfigured();

    /** Why this address may not be a receiver, in words for a person; empty when it may. */
    Optional<String> objectionTo(String url);

    /** The key a receiver checks signatures with; the same for the same version. */
    String signingKey(String unit, int keyVersion);

    /** Posts a notice; fails with a short message when the receiver does not take it. */
    Uni<Void> post(Webhook webhook, Notice notice);
}
