package city.urbanops.deadlines;

/** How near a running stage is to its due instant, as the desks show it: up to 80 %, up to 100 %, beyond. */
public enum TrafficLight {
    /** At most 80 % of the limit is used. */
    GREEN,
    /** More than 80 % is used, and the due instant has not passed. */
    YELLOW,
    /** The due instant has passed. */
    RED
}
