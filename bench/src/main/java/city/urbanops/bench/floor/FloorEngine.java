package city.urbanops.bench.floor;

import java.time.Duration;

/** Something that writes the rows of lifecycles as fast as it can. */
interface FloorEngine {

    /** What it is called in results. */
    String name();

    /**
     * Writes for a while.
     *
     * @return lifecycles a second
     * @throws city.urbanops.bench.platform.PlatformTrouble when it cannot
     */
    double lifecyclesPerSecond(FloorDatabase database, int clients, Duration time);
}
