package city.urbanops.dispatch.notice.application;

import city.urbanops.dispatch.duty.application.FormerAddresses;
import city.urbanops.dispatch.duty.domain.DutyPost;
import city.urbanops.dispatch.notice.config.NoticeConfig;
import city.urbanops.dispatch.notice.domain.Addresses;
import city.urbanops.dispatch.notice.domain.MessageChannel;
import city.urbanops.dispatch.notice.persistence.MessageTable;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Forgets how sending to people went who are on no roster any more. */
@Singleton
class ForgetAddresses implements FormerAddresses {

    private final MessageTable messages;
    private final Addresses addresses;

    ForgetAddresses(MessageTable messages, NoticeConfig config) {
        this.messages = messages;
        this.addresses = new Addresses(Pattern.compile(config.sms().mobile()));
    }

    @Override
    public Uni<Void> forget(Mutiny.StatelessSession session, String unit, List<DutyPost.Contact> contacts) {
        Set<String> gone = contacts.stream()
                .flatMap(contact ->
                        Stream.of(MessageChannel.values()).flatMap(channel -> addresses.of(contact, channel).stream()))
                .collect(Collectors.toSet());
        return messages.forgetIdle(session, unit, gone);
    }
}
