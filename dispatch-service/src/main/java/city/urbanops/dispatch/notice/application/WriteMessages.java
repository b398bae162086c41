package city.urbanops.dispatch.notice.application;

import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.dispatch.duty.application.LookUpDuty;
import city.urbanops.dispatch.duty.persistence.DutyChoices;
import city.urbanops.dispatch.notice.config.NoticeConfig;
import city.urbanops.dispatch.notice.domain.Addresses;
import city.urbanops.dispatch.notice.domain.Message;
import city.urbanops.dispatch.notice.domain.MessageChannel;
import city.urbanops.dispatch.notice.domain.TaskNotice;
import city.urbanops.dispatch.notice.persistence.MessageTable;
import city.urbanops.dispatch.task.domain.FiledCase;
import city.urbanops.dispatch.task.persistence.FiledCases;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
    private final LookUpDuty lookUp;
    private final DutyChoices choices;
    private final CurrentCity city;
    private final NoticeConfig config;
    private final Addresses addresses;
    private final Clock clock;
    private final MeterRegistry meters;

    WriteMessages(
            MessagePorts ports,
            MessageTable messages,
            FiledCases filedCases,
            LookUpDuty lookUp,
            DutyChoices choices,
            CurrentCity city,
            NoticeConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.ports = ports;
        this.messages = messages;
        this.filedCases = filedCases;
        this.lookUp = lookUp;
        this.choices = choices;
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
        return known(session, wanted)
                .map(known -> compose(wanted, known))
                .chain(composed -> keep(session, composed))
                .replaceWithVoid();
    }

    private Uni<ComposeMessages.Known> known(Mutiny.StatelessSession session, List<TaskNotice> wanted) {
        Set<UUID> cases = wanted.stream().map(TaskNotice::caseId).collect(Collectors.toSet());
        Set<String> units =
                wanted.stream().flatMap(notice -> notice.units().stream()).collect(Collectors.toSet());
        return filedCases
                .find(session, cases)
                .map(found -> found.stream().collect(Collectors.toMap(FiledCase::caseId, FiledCase::caseNumber)))
                .chain(numbers -> lookUp.of(session, units)
                        .chain(desk -> messages.givenUp(session, desk.rosters().keySet())
                                .map(givenUp -> new ComposeMessages.Known(numbers, desk, givenUp))));
    }

    private ComposeMessages compose(List<TaskNotice> wanted, ComposeMessages.Known known) {
        ComposeMessages composed =
                new ComposeMessages(config, addresses, known, clock.instant().atZone(clock.getZone()));
        List<MessageChannel> channels = ports.channels();
        for (TaskNotice notice : wanted) {
            for (String code : notice.units()) {
                city.get().units().find(code).ifPresent(unit -> composed.tell(notice, unit, channels));
            }
        }
        return composed;
    }

    private Uni<Void> keep(Mutiny.StatelessSession session, ComposeMessages composed) {
        List<Message> all = composed.messages();
        return messages.add(session, all, clock.instant(), config.mostWaiting())
                .invoke(kept -> meters.counter("urbanops.notices.dropped").increment(all.size() - kept))
                .chain(() -> choices.add(session, composed.choices()));
    }
}
