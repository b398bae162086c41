package city.urbanops.dispatch.notice.application;

import city.urbanops.dispatch.notice.domain.Message;
import city.urbanops.dispatch.notice.domain.MessageChannel;
import io.smallrye.mutiny.Uni;

/** One way to reach a unit's people, by e-mail or SMS; off until a city connects it. Nothing of a message is ever logged. */
public interface MessagePort {

    /** Which way it is. */
    MessageChannel channel();

    /** Whether there is a gateway behind it; if not, nothing is written down for it. */
    boolean isConnected();

    /**
     * Hands a message over.
     *
     * @return fails with {@link Refused} when the gateway will never take it, with anything else when it may later
     */
    Uni<Void> send(Message message);

    /** The gateway refused the address or the message for good. */
    final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** Says why, without the address. */
        public Refused(String reason) {
            super(reason);
        }
    }
}
