package city.urbanops.geography;

/** The levels of a city's areas, from the largest down. */
public enum AreaLevel {
    /** The whole city, 6 digits ending in 00. */
    CITY,
    /** District or county, 6 digits. */
    DISTRICT,
    /** Street or town 街道, 9 digits. */
    STREET,
    /** Community 社区, 12 digits. */
    COMMUNITY,
    /** Unit grid 单元网格, the smallest area, 15 digits. */
    GRID;

    /** The next larger level; the city is a part of nothing and gives itself. */
    AreaLevel above() {
        return switch (this) {
            case CITY, DISTRICT -> CITY;
            case STREET -> DISTRICT;
            case COMMUNITY -> STREET;
            case GRID -> COMMUNITY;
        };
    }
}
