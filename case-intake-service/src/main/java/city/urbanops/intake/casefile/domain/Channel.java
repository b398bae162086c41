package city.urbanops.intake.casefile.domain;

/** How a report came in (DESIGN §9). */
public enum Channel {
    HOTLINE_12345(Source.CITIZEN),
    PETITION_PROVINCE(Source.CITIZEN),
    PETITION_CITY(Source.CITIZEN),
    ONLINE_POLITICS(Source.CITIZEN),
    DUST_MONITOR(Source.DEVICE),
    CITIZEN_APP(Source.CITIZEN),
    PUBLIC_REPORT(Source.CITIZEN),
    CITY_PATROL(Source.PATROL),
    COUNTY_PATROL(Source.PATROL),
    COMMUNITY_STATION(Source.PATROL),
    AI_VIDEO(Source.DEVICE),
    SATELLITE_PATCH(Source.DEVICE),
    OWNER_DEPARTMENT(Source.OFFICE),
    OPEN311(Source.CITIZEN);

    private final Source source;

    Channel(Source source) {
        this.source = source;
    }

    /** True if a citizen reported, who can be asked afterwards whether it was resolved 回访. */
    public boolean isOfCitizens() {
        return source == Source.CITIZEN;
    }

    /** True if somebody on the spot reported, who may have put it right at once. */
    public boolean isOfPatrols() {
        return source == Source.PATROL;
    }

    private enum Source {
        CITIZEN,
        PATROL,
        DEVICE,
        OFFICE
    }
}
