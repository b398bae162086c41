package city.urbanops.kit.security;

import java.util.Optional;

/**
 * A limit on rows: every query of a service applies it.
 *
 * @param department only this unit's rows, if present
 * @param area only rows whose area code starts with this, if present
 * @param nothing no row at all
 */
public record Scope(Optional<String> department, Optional<String> area, boolean nothing) {

    /** True if a row of that unit and area may be seen; a row without a unit is seen only without a limit on the unit. */
    public boolean admits(Optional<String> rowDepartment, String rowArea) {
        return !nothing
                && (department.isEmpty() || department.equals(rowDepartment))
                && area.map(rowArea::startsWith).orElse(true);
    }
}
