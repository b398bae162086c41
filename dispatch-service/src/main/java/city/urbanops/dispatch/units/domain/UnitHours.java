package city.urbanops.dispatch.units.domain;

import city.urbanops.deadlines.WorkingSlot;
import java.util.List;

/**
 * The hours of a unit that does not keep the city's.
 *
 * @param unitCode the unit
 * @param hours slots of a working day, {@code 06:00-10:00,14:00-22:00}; {@code 00:00-00:00} is the whole day
 * @param source where they come from
 */
public record UnitHours(String unitCode, String hours, String source) {

    /** @throws IllegalArgumentException when the hours are not written as said */
    public UnitHours {
        WorkingSlot.parse(hours);
    }

    /** The slots of a working day, as written. */
    public List<WorkingSlot> slots() {
        return WorkingSlot.parse(hours);
    }
}
