package city.urbanops.kit.security;

import java.util.Optional;
import java.util.Set;

/**
 * The account behind a request, as its verified token says.
 *
 * @param account user name, or the client's id for a service account; what journals show
 * @param client the OAuth client that asked
 * @param roles realm roles
 * @param department the unit the account belongs to, if any
 * @param area the prefix of area codes the account is limited to, if any
 */
public record Caller(
        String account, String client, Set<String> roles, Optional<String> department, Optional<String> area) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** True if the account has at least one of the roles. */
    public boolean hasAnyOf(Set<String> wanted) {
        return roles.stream().anyMatch(wanted::contains);
    }

    /**
     * What the account may see (DESIGN §6): the whole city for central roles unless their area claim narrows it; for all others their
     * own department, and nothing without that claim.
     *
     * @param central the roles that see beyond one department
     */
    public Scope scope(Set<String> central) {
        if (hasAnyOf(central)) {
            return new Scope(Optional.empty(), area, false);
        }
        return new Scope(department, area, department.isEmpty());
    }
}
