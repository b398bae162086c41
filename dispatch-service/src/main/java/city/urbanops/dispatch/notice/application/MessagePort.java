package city.urbanops.dispatch.notice.application;

import city.urbanops.dispatch.notice.domain.Notice;
import io.smallrye.mutiny.Uni;

/**
 * E-mail or SMS to a unit's people: a city plugs its own gateway in by a bean of this type. The shipped one is not connected: it sends
 * nothing, and writes nothing into a log either, for a message may not lie about there.
 */
public interface MessagePort {

    /** Whether there is a gateway behind it; if not, nothing is handed to it. */
    boolean isConnected();

    /** Hands a message over; a failure is counted and not repeated: the webhook is the way that does not lose anything. */
    Uni<Void> send(Notice notice);
}
