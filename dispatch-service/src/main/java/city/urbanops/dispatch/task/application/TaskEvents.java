package city.urbanops.dispatch.task.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells other services what happened to tasks; a port, because the contract is no matter of the use cases. */
public interface TaskEvents {

    /** Publishes in the order given, in the caller's transaction; the tasks are locked or new. */
    Uni<Void> publish(Mutiny.StatelessSession session, List<Happened> happened);
}
