package city.urbanops.kit.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Reads the {@link Caller} of the present request from its verified token. */
@RequestScoped
public class CurrentCaller {

    private static final String SERVICE_ACCOUNT = "service-account-";

    private final SecurityIdentity identity;
    private final JsonWebToken token;

    CurrentCaller(SecurityIdentity identity, JsonWebToken token) {
        this.identity = identity;
        this.token = token;
    }

    /** The caller; only to be asked on resources that require a role, so there is always a token. */
    public Caller get() {
        return new Caller(
                account(), text("azp").orElse("unknown"), identity.getRoles(), text("department"), text("area"));
    }

    private String account() {
        var name = text("preferred_username").orElseGet(token::getSubject);
        return name.startsWith(SERVICE_ACCOUNT) ? name.substring(SERVICE_ACCOUNT.length()) : name;
    }

    private Optional<String> text(String claim) {
        @Nullable Object value = token.getClaim(claim);
        return Optional.ofNullable(value).map(Object::toString).filter(v -> !v.isBlank());
    }
}
