package city.urbanops.dust.stream;

import java.time.Duration;

/**
 * How the topology treats time; none of it changes what the rule says about readings that came in time.
 *
 * @param ahead a reading may be measured so long after it was handed in, because clocks differ
 * @param age and so long before
 * @param grace a window closes for a monitor when a reading so long after its end has come
 * @param patience a monitor this far behind its county in event time is not waited for
 * @param idle nor one that has sent nothing for so long by the wall clock
 * @param highest PM10 that no monitor can measure more of, µg/m³; monitors in use reach 1,000 at least (Nanjing manual 2018)
 * @param clockOffset how far the city's clock runs ahead of the broker's; for tests
 */
public record StreamSettings(
        Duration ahead,
        Duration age,
        Duration grace,
        Duration patience,
        Duration idle,
        double highest,
        Duration clockOffset) {

    /** The default: 2 min ahead, a day old, 2 min of grace, an hour of patience, 5 min idle, 10,000 µg/m³. */
    public static StreamSettings standard() {
        return new StreamSettings(
                Duration.ofMinutes(2),
                Duration.ofDays(1),
                Duration.ofMinutes(2),
                Duration.ofHours(1),
                Duration.ofMinutes(5),
                10_000,
                Duration.ZERO);
    }

    /** The same with another clock. */
    public StreamSettings withClockOffset(Duration offset) {
        return new StreamSettings(ahead, age, grace, patience, idle, highest, offset);
    }
}
