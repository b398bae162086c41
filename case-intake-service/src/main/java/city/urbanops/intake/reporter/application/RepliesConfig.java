package city.urbanops.intake.reporter.application;

import city.urbanops.deadlines.TimeLimit;
import city.urbanops.intake.reporter.domain.ReplyRule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** What the city's channels promise to reporters; sources stand beside the values in {@code application.properties}. */
@ConfigMapping(prefix = "urbanops.replies")
public interface RepliesConfig {

    /** By channel; a channel that is not named promises nothing. */
    Map<String, Promise> channels();

    /** How far from the report the deadline of whoever passed it on may lie; what is later is a typing error. */
    @WithDefault("P90D")
    Duration longest();

    /** How often a deadline may be extended. */
    @WithDefault("1")
    int mostExtensions();

    /** The promise of one channel. */
    interface Promise {

        /** Until the first contact, for example {@code 1wd}. */
        String contact();

        /** Until the reporter is told the result. */
        String reply();

        /** False if only those are replied to who ask for it, or whose report came with a deadline. */
        @WithDefault("true")
        boolean toEverybody();

        default ReplyRule rule() {
            return new ReplyRule(TimeLimit.parse(contact()), TimeLimit.parse(reply()), toEverybody());
        }
    }
}
