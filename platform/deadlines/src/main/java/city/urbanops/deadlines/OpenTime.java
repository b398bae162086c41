package city.urbanops.deadlines;

import java.time.Duration;
import java.time.Instant;

/** The part of the timeline on which a clock runs: all of it, or working time only. */
interface OpenTime {

    /** Open time from one instant to a later one; zero when {@code to} is not after {@code from}. */
    Duration between(Instant from, Instant to);

    /** The earliest instant by which {@code amount} of open time has passed since {@code from}; zero gives {@code from}. */
    Instant plus(Instant from, Duration amount);

    /** The open time that limits of this unit count. */
    static OpenTime of(TimeUnit unit, WorkingCalendar calendar) {
        return unit.isWorkingTime() ? new WorkingTime(calendar) : Continuous.ALWAYS;
    }

    /** Day and night. */
    enum Continuous implements OpenTime {
        ALWAYS;

        @Override
        public Duration between(Instant from, Instant to) {
            return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
        }

        @Override
        public Instant plus(Instant from, Duration amount) {
            return from.plus(amount);
        }
    }
}
