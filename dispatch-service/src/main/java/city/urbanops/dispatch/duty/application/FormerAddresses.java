package city.urbanops.dispatch.duty.application;

import city.urbanops.dispatch.duty.domain.DutyPost;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Forgets addresses of people who are on no roster any more; a port, because what is remembered of them is the matter of messages. */
public interface FormerAddresses {

    /** Forgets them, unless something still waits to be sent there; the next message would know them again. */
    Uni<Void> forget(Mutiny.StatelessSession session, String unit, List<DutyPost.Contact> contacts);
}
