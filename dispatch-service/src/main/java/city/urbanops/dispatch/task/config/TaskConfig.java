package city.urbanops.dispatch.task.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;
import java.util.Set;

/** How far units may go with a task, and who gets copies. Numbers are of DOMAIN §3 and §6, with the source named there. */
@ConfigMapping(prefix = "urbanops.task")
public interface TaskConfig {

    /** Approved extensions, each one more original limit (S2: two). */
    @WithDefault("2")
    int maxExtensions();

    /** Suspensions of one task (S2: one). */
    @WithDefault("1")
    int maxSuspensions();

    /** How far ahead a suspension may end, as an ISO 8601 period (S2: a year). */
    @WithDefault("P1Y")
    Period longestSuspension();

    /** How often a case may change hands before the arbiter decides (the arbiter is of S6 and S8, the number is ours). */
    @WithDefault("2")
    int maxMoves();

    /** How long a unit may take to sign, in compact form (S16: one working hour). */
    @WithDefault("1wh")
    String signLimit();

    /** How long a case may wait for a dispatcher, in continuous time: day and night (S2: 15 minutes, anew after each return). */
    @WithDefault("PT15M")
    Duration dispatchLimit();

    /** Channels whose cases are copied to the district for supervision, 双派单 (S6: the hotline's). */
    @WithDefault("HOTLINE_12345")
    Set<String> copyDistrictChannels();
}
