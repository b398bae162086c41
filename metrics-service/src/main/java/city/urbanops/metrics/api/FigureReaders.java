package city.urbanops.metrics.api;

import city.urbanops.contracts.Roles;
import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who reads figures: those who see beyond one department, and the leads of departments, each as far as their scope goes. A resource asks
 * for it by {@code @PermissionsAllowed(FigureReaders.READ_FIGURES)}.
 */
@Singleton
public class FigureReaders implements SecurityIdentityAugmentor {

    /** The permission's name. */
    public static final String READ_FIGURES = "read-figures";

    private static final StringPermission PERMISSION = new StringPermission(READ_FIGURES);

    private static final Set<String> ROLES = Stream.concat(Roles.CENTRAL.stream(), Stream.of(Roles.DEPARTMENT_LEAD))
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        var reads = identity.getRoles().stream().anyMatch(ROLES::contains);
        return Uni.createFrom()
                .item(
                        reads
                                ? QuarkusSecurityIdentity.builder(identity)
                                        .addPermission(PERMISSION)
                                        .build()
                                : identity);
    }
}
