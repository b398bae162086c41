package city.urbanops.metrics.domain;

import java.util.Set;

/** Which channels are the public's: what comes in there was missed by patrols (漏报). */
final class Channels {

    private static final Set<String> PUBLIC = Set.of(
            "HOTLINE_12345",
            "PETITION_PROVINCE",
            "PETITION_CITY",
            "ONLINE_POLITICS",
            "CITIZEN_APP",
            "PUBLIC_REPORT",
            "OPEN311");

    private Channels() {}

    static boolean isPublic(String channel) {
        return PUBLIC.contains(channel);
    }
}
