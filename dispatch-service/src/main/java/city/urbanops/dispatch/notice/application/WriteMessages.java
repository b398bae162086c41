package city.urbanops.dispatch.notice.application;

import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.dispatch.notice.config.NoticeConfig;
import city.urbanops.dispatch.notice.domain.Addresses;
import city.urbanops.dispatch.notice.domain.Message;
import city.urbanops.dispatch.notice.domain.MessageChannel;
import city.urbanops.dispatch.notice.domain.MessageText;
import city.urbanops.dispatch.notice.domain.TaskNotice;
import city.urbanops.dispatch.notice.persistence.MessageTable;
import city.urbanops.dispatch.task.domain.FiledCase;
import city.urbanops.dispatch.task.persistence.FiledCases;
import city.urbanops.dispatch.units.domain.Unit;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes down the words units' people are to be sent, for every way that is connected; sending follows in its own time. */
@Singleton
public class WriteMessages {

    private final MessagePorts ports;
    private final MessageTable messages;
    private final FiledCases filedCases;
    private final CurrentCity city;
    private final NoticeConfig config;
    private final Addresses addresses;
    private final Clock clock;
    private final MeterRegistry meters;

    WriteMessages(
            MessagePorts ports,
            MessageTable messages,
            FiledCases filedCases,
            CurrentCity city,
            NoticeConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.ports = ports;
        this.messages = messages;
        this.filedCases = filedCases;
        this.city = city;
        this.config = config;
        this.addresses = new Addresses(Pattern.compile(config.sms().mobile()));
        this.clock = clock;
        this.meters = meters;
    }

    /** Whether anything would be written at all. */
    public boolean anybodyListens() {
        return ports.any();
    }

    /** Keeps what is to be sent, in the caller's transaction; what is too old, or too much for one address, is not. */
    public Uni<Void> write(Mutiny.StatelessSession session, List<TaskNotice> told) {
        Instant oldest = clock.instant().minus(config.oldest());
        List<TaskNotice> wanted = told.stream()
                .filter(notice -> notice.at().isAfter(oldest) && config.texts().containsKey(notice.kind()))
                .toList();
        if (wanted.isEmpty() || !ports.any()) {
            return Uni.createFrom().voidItem();
        }
        Set<UUID> cases = wanted.stream().map(TaskNotice::caseId).collect(Collectors.toSet());
        return filedCases
                .find(session, cases)
                .map(found -> found.stream().collect(Collectors.toMap(FiledCase::caseId, FiledCase::caseNumber)))
                .map(numbers -> compose(wanted, numbers))
                .chain(all -> messages.add(session, all, clock.instant(), config.mostWaiting())
                        .invoke(kept ->
                                meters.counter("urbanops.notices.dropped").increment(all.size() - kept)))
                .replaceWithVoid();
    }

    private List<Message> compose(List<TaskNotice> wanted, Map<UUID, String> numbers) {
        List<Message> all = new ArrayList<>();
        for (TaskNotice notice : wanted) {
            String number =
                    numbers.getOrDefault(notice.caseId(), notice.caseId().toString());
            for (String code : notice.units()) {
                city.get().units().find(code).ifPresent(unit -> all.addAll(compose(notice, number, unit)));
            }
        }
        return all;
    }

    private List<Message> compose(TaskNotice notice, String number, Unit unit) {
        NoticeConfig.Text text = config.texts().get(notice.kind());
        List<Message> all = new ArrayList<>();
        for (MessageChannel channel : ports.channels()) {
            if (text == null || !kinds(channel).contains(notice.kind())) {
                continue;
            }
            for (String address : addresses.of(unit, channel)) {
                all.add(new Message(
                        Message.idOf(notice.eventId(), channel, unit.code(), address),
                        channel,
                        unit.code(),
                        address,
                        filled(text.subject(), notice, number, unit),
                        filled(text.text(), notice, number, unit),
                        notice.at()));
            }
        }
        return all;
    }

    private String filled(String template, TaskNotice notice, String number, Unit unit) {
        return new MessageText(template).of(notice, number, unit.nameZh(), clock.getZone());
    }

    private Set<String> kinds(MessageChannel channel) {
        return switch (channel) {
            case EMAIL -> config.email().kinds();
            case SMS -> config.sms().kinds();
        };
    }
}
