package city.urbanops.gateway.identity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * A key for session cookies that lives as long as the process, for when none is configured: otherwise quarkus-oidc would take the client's
 * secret for it, which may be short. Several gateways need a configured one.
 */
public class GeneratedSessionKey implements ConfigSource {

    private static final String NAME = "urbanops.gateway.sign-in.session-key";

    /** Below every place where somebody could set it. */
    private static final int LAST_RESORT = 1;

    private static final int KEY_BYTES = 32;
    private static final String KEY = generate();

    private static String generate() {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    @Override
    public Set<String> getPropertyNames() {
        return Set.of(NAME);
    }

    @Override
    public @Nullable String getValue(String name) {
        return NAME.equals(name) ? KEY : null;
    }

    @Override
    public String getName() {
        return "generated session key";
    }

    @Override
    public int getOrdinal() {
        return LAST_RESORT;
    }
}
