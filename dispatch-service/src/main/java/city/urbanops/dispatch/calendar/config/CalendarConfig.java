package city.urbanops.dispatch.calendar.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When a year's calendar is believed, and when it is missed. */
@ConfigMapping(prefix = "urbanops.calendars")
public interface CalendarConfig {

    /**
     * A year with fewer days off is a mistake. China's holiday regulation grants eleven, since 2025 thirteen; the years 2015 to 2026 as
     * announced, weekends in between included, have 22 to 33 (china.csv of platform/deadlines).
     */
    @WithDefault("11")
    int fewestDaysOff();

    /** From which day of a year, as {@code --MM-dd}, the next one should be known: it is announced in October or November. */
    @WithDefault("--11-01")
    String missedFrom();

    /** How often it is looked at, as a duration. */
    @WithDefault("10m")
    String watchEvery();
}
