package city.urbanops.dispatch.task.application;

import city.urbanops.deadlines.TimeLimit;
import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.dispatch.city.domain.City;
import city.urbanops.dispatch.task.config.TaskConfig;
import city.urbanops.dispatch.task.domain.Moment;
import city.urbanops.dispatch.task.domain.TaskRules;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** The present moment, with the city and the rules decisions are taken by. */
@Singleton
class Moments {

    private final CurrentCity city;
    private final Clock clock;
    private final TaskRules rules;

    Moments(CurrentCity city, Clock clock, TaskConfig config) {
        this.city = city;
        this.clock = clock;
        this.rules = new TaskRules(
                config.maxExtensions(),
                config.maxSuspensions(),
                config.longestSuspension(),
                config.maxMoves(),
                TimeLimit.parse(config.signLimit()),
                config.dispatchLimit());
    }

    City city() {
        return city.get();
    }

    /** Now, by the city's hours. */
    Moment now() {
        City present = city.get();
        return new Moment(clock.instant().truncatedTo(ChronoUnit.MICROS), present.calendar(), rules, present.ladder());
    }

    /** Now, by the hours of a unit. */
    Moment nowFor(String unit) {
        return now().in(city.get().calendarOf(unit));
    }

    /** A moment that was read before, by the hours of the unit that has the task since. */
    Moment at(Moment moment, String unit) {
        return moment.in(city.get().calendarOf(unit));
    }
}
