package city.urbanops.intake.casefile.domain;

/** How a report came in (DESIGN §9). */
public enum Channel {
    HOTLINE_12345,
    PETITION_PROVINCE,
    PETITION_CITY,
    ONLINE_POLITICS,
    DUST_MONITOR,
    CITIZEN_APP,
    PUBLIC_REPORT,
    CITY_PATROL,
    COUNTY_PATROL,
    COMMUNITY_STATION,
    AI_VIDEO,
    SATELLITE_PATCH,
    OWNER_DEPARTMENT,
    OPEN311
}
