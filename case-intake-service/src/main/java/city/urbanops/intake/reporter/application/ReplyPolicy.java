package city.urbanops.intake.reporter.application;

import city.urbanops.deadlines.PublishedCalendars;
import city.urbanops.deadlines.WorkingCalendar;
import city.urbanops.intake.casefile.domain.Channel;
import city.urbanops.intake.reporter.domain.ReplyRule;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The rules of this city's channels and the calendar they are reckoned in; read once, so that a wrong one stops the start. */
@Singleton
public class ReplyPolicy {

    private final Map<Channel, ReplyRule> rules;
    private final WorkingCalendar calendar;
    private final RepliesConfig config;

    ReplyPolicy(RepliesConfig config, Clock clock) {
        this.config = config;
        this.calendar = WorkingCalendar.standard(clock.getZone(), PublishedCalendars.china());
        this.rules = new EnumMap<>(Channel.class);
        config.channels().forEach((channel, promise) -> rules.put(Channel.valueOf(channel), promise.rule()));
    }

    /** What a channel promises, if anything. */
    public Optional<ReplyRule> of(Channel channel) {
        return Optional.ofNullable(rules.get(channel));
    }

    public WorkingCalendar calendar() {
        return calendar;
    }

    public Duration longest() {
        return config.longest();
    }

    public int mostExtensions() {
        return config.mostExtensions();
    }
}
