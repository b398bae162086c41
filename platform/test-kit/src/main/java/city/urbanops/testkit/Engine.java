package city.urbanops.testkit;

import java.util.Locale;

/** An engine a test may need. */
public enum Engine {
    POSTGRES,
    KAFKA,
    KEYCLOAK;

    /** Returns the lower-case name of its files and properties. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
