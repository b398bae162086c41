package city.urbanops.dispatch.calendar.application;

import city.urbanops.dispatch.calendar.config.CalendarConfig;
import city.urbanops.dispatch.calendar.domain.KnownYears;
import city.urbanops.dispatch.city.application.CurrentCity;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/** The years the city's calendar should know by now and does not, as this replica has it. */
@Singleton
class MissingYears {

    private final CurrentCity city;
    private final MonthDay missedFrom;
    private final Clock clock;

    MissingYears(CurrentCity city, CalendarConfig config, Clock clock) {
        this.city = city;
        this.missedFrom = MonthDay.parse(config.missedFrom());
        this.clock = clock;
    }

    /** Ascending; empty when all is well. The city must be loaded. */
    List<Integer> now() {
        return KnownYears.missing(city.get().calendar(), LocalDate.now(clock), missedFrom);
    }
}
