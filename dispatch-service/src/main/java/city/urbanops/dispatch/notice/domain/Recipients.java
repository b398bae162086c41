package city.urbanops.dispatch.notice.domain;

import city.urbanops.dispatch.duty.domain.Roster;
import city.urbanops.dispatch.units.domain.Unit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whom of a unit a message goes to in one way.
 *
 * @param addresses each once; may be empty
 * @param postId the post on duty they belong to; absent when they are those of the unit's own contacts
 */
public record Recipients(Set<String> addresses, @Nullable String postId) {

    public Recipients {
        addresses = Set.copyOf(addresses);
    }

    /**
     * The first post on duty that can be reached in this way; without one, all the unit's own contacts, so that nobody being on duty
     * silences nothing.
     *
     * @param onDuty those who look after the case's area, the closest first
     * @param isGivenUp addresses nothing is sent to any more
     */
    public static Recipients of(
            Unit unit,
            List<Roster.OnDuty> onDuty,
            MessageChannel channel,
            Addresses addresses,
            Predicate<String> isGivenUp) {
        for (Roster.OnDuty one : onDuty) {
            Optional<String> address =
                    addresses.of(one.post().contact(), channel).filter(isGivenUp.negate());
            if (address.isPresent()) {
                return new Recipients(Set.of(address.get()), one.post().postId());
            }
        }
        return new Recipients(addresses.of(unit, channel), null);
    }
}
