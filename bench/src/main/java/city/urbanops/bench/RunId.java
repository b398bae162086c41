package city.urbanops.bench;

import java.security.SecureRandom;
import java.time.Instant;

/** Names runs, so that each finds its own reports again among all others. */
final class RunId {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RADIX = 36;
    private static final int SPREAD = RADIX * RADIX * RADIX;

    private RunId() {}

    /** A new name: the verb, the time and a random part in base 36; letters, digits and hyphens only. */
    static String of(String verb, Instant now) {
        return verb + "-" + Long.toString(now.toEpochMilli(), RADIX) + Integer.toString(RANDOM.nextInt(SPREAD), RADIX);
    }
}
