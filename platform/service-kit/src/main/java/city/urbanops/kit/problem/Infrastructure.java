package city.urbanops.kit.problem;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/** Tells trouble that passes (database away, lock conflict, no connection free) from a bug in our own code or data. */
public final class Infrastructure {

    /** SQLSTATE classes that pass: connection, rollback (deadlock, serialisation), resources, lock not available, shutdown. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "55", "57");

    private static final int UNAVAILABLE = 503;

    private Infrastructure() {}

    /** True if trying again later can succeed without anybody changing anything. */
    public static boolean isToBlame(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException database) {
                var state = database.getSqlState();
                return state != null && PASSING_CLASSES.contains(state.substring(0, 2));
            }
            if (cause instanceof ProblemException refusal) {
                // we say so ourselves while something we need is missing, before the city's areas have arrived for one
                return refusal.problem().status() == UNAVAILABLE;
            }
            if (cause instanceof IOException
                    || cause instanceof ClosedChannelException
                    || cause instanceof ClosedConnectionException
                    || cause instanceof TimeoutException
                    || cause instanceof StaleStateException
                    || cause instanceof OptimisticLockException
                    || isPoolTrouble(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Vert.x reports a pool without a free connection, and a closed one, as exceptions without a type of their own. */
    private static boolean isPoolTrouble(Throwable cause) {
        var message = cause.getMessage();
        return message != null
                && cause.getClass().getName().startsWith("io.vertx.")
                && (message.contains("Timeout") || message.contains("closed") || message.contains("pool"));
    }
}
