package city.urbanops.dispatch.task.domain;

import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.dispatch.units.domain.Workplace;

/**
 * The unit that has the task.
 *
 * @param department its code
 * @param workplace where it works, as it was when the task came to it
 */
public record Holder(String department, Workplace workplace) {

    /** The unit as holder. */
    public static Holder of(Unit unit) {
        return new Holder(unit.code(), unit.workplace());
    }
}
