package city.urbanops.gateway.identity;

import city.urbanops.contracts.Roles;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * The holder of a verified token.
 *
 * @param name the account, as journals show it
 * @param client the OAuth client that asked for the token
 * @param roles realm roles
 * @param department the unit the account belongs to, if any
 * @param area the prefix of area codes the account is limited to, if any
 * @param expiresAt when the token ends
 */
public record Account(
        String name,
        String client,
        Set<String> roles,
        Optional<String> department,
        Optional<String> area,
        Instant expiresAt) {

    public Account {
        roles = Set.copyOf(roles);
    }

    /**
     * Whether the account may see an event of that unit and area (DESIGN §6): central roles see the whole city, the others only what their own
     * department has, and nothing without that claim; the area claim narrows both.
     *
     * @param eventDepartment the unit now responsible; empty before there is one
     * @param eventArea the event's area code
     */
    public boolean maySee(Optional<String> eventDepartment, String eventArea) {
        var inArea = area.map(eventArea::startsWith).orElse(true);
        return inArea && (isCentral() || (department.isPresent() && department.equals(eventDepartment)));
    }

    /** True for the same account through the same client, whatever the token. */
    public boolean isSameAs(Account other) {
        return name.equals(other.name) && client.equals(other.client);
    }

    private boolean isCentral() {
        return !Collections.disjoint(roles, Roles.CENTRAL);
    }
}
