package city.urbanops.metrics.forecast.application;

import city.urbanops.deadlines.Deadlines;
import city.urbanops.deadlines.PublishedCalendars;
import city.urbanops.deadlines.TimeLimit;
import city.urbanops.deadlines.TimeUnit;
import city.urbanops.deadlines.WorkingCalendar;
import city.urbanops.metrics.forecast.domain.DayKinds;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The city's days: its zone, its working time as published, and what day it is. */
@Singleton
public class CityDays {

    private final Clock clock;
    private final WorkingCalendar calendar;
    private final DayKinds kinds;

    CityDays(Clock clock) {
        this.clock = clock;
        this.calendar = WorkingCalendar.standard(clock.getZone(), PublishedCalendars.china());
        this.kinds = new DayKinds(calendar);
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    public ZoneId zone() {
        return clock.getZone();
    }

    DayKinds kinds() {
        return kinds;
    }

    /** When so many working hours will have passed. */
    public Instant after(Instant from, int workingHours) {
        return Deadlines.due(from, new TimeLimit(workingHours, TimeUnit.WORKING_HOUR), calendar);
    }
}
