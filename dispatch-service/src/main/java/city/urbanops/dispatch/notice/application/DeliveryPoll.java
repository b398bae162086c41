package city.urbanops.dispatch.notice.application;

import city.urbanops.kit.timer.Polls;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Looks once a second whether a receiver is to be called; turns run beside. */
@Singleton
class DeliveryPoll {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Polls polls;
    private final DeliverNotices delivery;

    DeliveryPoll(Polls polls, DeliverNotices delivery) {
        this.polls = polls;
        this.delivery = delivery;
    }

    @Startup
    void start() {
        polls.every(INTERVAL, "notices wait until they can be delivered", delivery::deliver);
    }
}
