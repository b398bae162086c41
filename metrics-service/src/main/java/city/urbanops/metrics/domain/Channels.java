package city.urbanops.metrics.domain;

import java.util.Set;

/** Which channels are the public's: what comes in there was missed by patrols (漏报). And which are the patrols'. */
final class Channels {

    private static final Set<String> PUBLIC = Set.of(
            "HOTLINE_12345",
            "PETITION_PROVINCE",
            "PETITION_CITY",
            "ONLINE_POLITICS",
            "CITIZEN_APP",
            "PUBLIC_REPORT",
            "OPEN311");

    private static final Set<String> PATROLS = Set.of("CITY_PATROL", "COUNTY_PATROL", "COMMUNITY_STATION");

    private Channels() {}

    static boolean isPublic(String channel) {
        return PUBLIC.contains(channel);
    }

    /** True if somebody on the spot reported, whose post it is. */
    static boolean isOfPatrols(String channel) {
        return PATROLS.contains(channel);
    }
}
