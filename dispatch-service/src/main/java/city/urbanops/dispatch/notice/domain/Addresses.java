package city.urbanops.dispatch.notice.domain;

import city.urbanops.dispatch.duty.domain.DutyPost;
import city.urbanops.dispatch.units.domain.Unit;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which of a unit's contacts can be reached in which way.
 *
 * @param mobile what a number that takes SMS looks like, blanks and hyphens left out
 */
public record Addresses(Pattern mobile) {

    /** Nothing that could end the address and begin another header. */
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>(),:;\"\\[\\]\\\\]+@[^\\s@<>(),:;\"\\[\\]\\\\]+");

    private static final Pattern SEPARATORS = Pattern.compile("[\\s-]");

    /** The addresses of a unit, in the order of its contacts, each once; may be empty. */
    public Set<String> of(Unit unit, MessageChannel channel) {
        Set<String> addresses = new LinkedHashSet<>();
        for (Unit.Contact contact : unit.contacts()) {
            of(contact.phone(), contact.email(), channel).ifPresent(addresses::add);
        }
        return addresses;
    }

    /** The address of a post on duty; empty when it is not reached in this way. */
    public Optional<String> of(DutyPost.Contact contact, MessageChannel channel) {
        return of(contact.phone(), contact.email(), channel);
    }

    private Optional<String> of(@Nullable String phone, @Nullable String email, MessageChannel channel) {
        return Optional.ofNullable(channel == MessageChannel.EMAIL ? email : phone)
                .map(written -> plain(channel, written))
                .filter(address -> reaches(channel, address));
    }

    private boolean reaches(MessageChannel channel, String address) {
        return (channel == MessageChannel.EMAIL ? MAIL : mobile)
                .matcher(address)
                .matches();
    }

    private static String plain(MessageChannel channel, String written) {
        return channel == MessageChannel.EMAIL
                ? written.strip()
                : SEPARATORS.matcher(written).replaceAll("");
    }
}
