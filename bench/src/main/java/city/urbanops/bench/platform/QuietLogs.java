package city.urbanops.bench.platform;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps client libraries from writing into the progress bar; what goes wrong is reported by us, once. */
public final class QuietLogs {

    /** Strong references: java.util.logging forgets the level of a logger nobody holds. */
    private static final List<Logger> NOISY =
            List.of(Logger.getLogger("org.apache.kafka"), Logger.getLogger("io.vertx"), Logger.getLogger("io.netty"));

    private QuietLogs() {}

    /** Silences them for the rest of the process. */
    public static void apply() {
        NOISY.forEach(logger -> logger.setLevel(Level.OFF));
    }
}
