package city.urbanops.dispatch.task.application;

import city.urbanops.kit.timer.Polls;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Looks for timers four times a second: a deadline is announced within a second. */
@Singleton
class TimerPoll {

    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final Polls polls;
    private final FireTimers timers;

    TimerPoll(Polls polls, FireTimers timers) {
        this.polls = polls;
        this.timers = timers;
    }

    @Startup
    void start() {
        polls.every(INTERVAL, "timers wait until they can be looked at again", timers::fireDue);
    }
}
