package city.urbanops.dispatch.notice.application;

import city.urbanops.dispatch.duty.application.DutyDesk;
import city.urbanops.dispatch.duty.domain.DutyChoice;
import city.urbanops.dispatch.duty.domain.Roster;
import city.urbanops.dispatch.notice.config.NoticeConfig;
import city.urbanops.dispatch.notice.domain.Addresses;
import city.urbanops.dispatch.notice.domain.Message;
import city.urbanops.dispatch.notice.domain.MessageChannel;
import city.urbanops.dispatch.notice.domain.MessageText;
import city.urbanops.dispatch.notice.domain.Recipients;
import city.urbanops.dispatch.notice.domain.TaskNotice;
import city.urbanops.dispatch.notice.persistence.MessageTable;
import city.urbanops.dispatch.units.domain.Unit;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Makes of what happened the messages of one batch, and notes which posts on duty they go to. */
final class ComposeMessages {

    private final NoticeConfig config;
    private final Addresses addresses;
    private final Known known;
    private final ZonedDateTime now;
    private final List<Message> messages = new ArrayList<>();
    private final List<DutyChoice> choices = new ArrayList<>();

    /**
     * What was read for the batch.
     *
     * @param numbers the numbers people quote, by case
     * @param desk who is on duty in the units concerned
     * @param givenUp addresses nothing is sent to any more
     */
    record Known(Map<UUID, String> numbers, DutyDesk desk, Set<MessageTable.RouteKey> givenUp) {}

    /** @param now in the city's zone: whoever is on duty at this moment is told */
    ComposeMessages(NoticeConfig config, Addresses addresses, Known known, ZonedDateTime now) {
        this.config = config;
        this.addresses = addresses;
        this.known = known;
        this.now = now;
    }

    List<Message> messages() {
        return messages;
    }

    /** One for each message to a unit that has a roster. */
    List<DutyChoice> choices() {
        return choices;
    }

    void tell(TaskNotice notice, Unit unit, List<MessageChannel> channels) {
        NoticeConfig.Text text = config.texts().get(notice.kind());
        for (MessageChannel channel : channels) {
            if (text != null && kinds(channel).contains(notice.kind())) {
                tell(notice, unit, channel, text);
            }
        }
    }

    private void tell(TaskNotice notice, Unit unit, MessageChannel channel, NoticeConfig.Text text) {
        LocalDateTime local = now.toLocalDateTime();
        List<Roster.OnDuty> onDuty = known.desk().onDuty(unit.code(), local, notice.areaCode());
        Recipients recipients = Recipients.of(unit, onDuty, channel, addresses, address -> known.givenUp()
                .contains(new MessageTable.RouteKey(channel, unit.code(), address)));
        for (String address : recipients.addresses()) {
            Message message = new Message(
                    Message.idOf(notice.eventId(), channel, unit.code(), address),
                    channel,
                    unit.code(),
                    address,
                    filled(text.subject(), notice, unit),
                    filled(text.text(), notice, unit),
                    notice.at());
            messages.add(message);
            known.desk()
                    .rosterOf(unit.code())
                    .ifPresent(roster -> choices.add(choice(notice, message, roster, recipients)));
        }
    }

    private DutyChoice choice(TaskNotice notice, Message message, Roster roster, Recipients recipients) {
        return new DutyChoice(
                message.messageId(),
                notice.eventId(),
                notice.caseId(),
                message.unitCode(),
                message.channel().name(),
                notice.areaCode(),
                roster.version(),
                recipients.postId(),
                now.toInstant());
    }

    private String filled(String template, TaskNotice notice, Unit unit) {
        String number =
                known.numbers().getOrDefault(notice.caseId(), notice.caseId().toString());
        return new MessageText(template).of(notice, number, unit.nameZh(), now.getZone());
    }

    private Set<String> kinds(MessageChannel channel) {
        return switch (channel) {
            case EMAIL -> config.email().kinds();
            case SMS -> config.sms().kinds();
        };
    }
}
