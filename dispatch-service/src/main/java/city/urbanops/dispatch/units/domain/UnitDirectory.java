package city.urbanops.dispatch.units.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All units of the city in one version, by code. */
public final class UnitDirectory {

    private final String version;
    private final List<Unit> units;
    private final Map<String, Unit> byCode = new LinkedHashMap<>();

    /**
     * @param version names this state of the units
     * @param units parents before children
     * @throws IllegalArgumentException when a code comes twice, or a parent does not stand before its child
     */
    public UnitDirectory(String version, List<Unit> units) {
        this.version = version;
        this.units = List.copyOf(units);
        for (Unit unit : units) {
            if (unit.parentCode() != null && !byCode.containsKey(unit.parentCode())) {
                throw new IllegalArgumentException(
                        "Unit %s stands before its parent %s, or has none".formatted(unit.code(), unit.parentCode()));
            }
            if (byCode.put(unit.code(), unit) != null) {
                throw new IllegalArgumentException("Unit %s comes twice".formatted(unit.code()));
            }
        }
    }

    /** Names this state of the units. */
    public String version() {
        return version;
    }

    /** Every unit, parents before children. */
    public List<Unit> all() {
        return units;
    }

    /** The unit with this code, active or not; empty when there is none. */
    public Optional<Unit> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The codes of all units below one, at any depth, dissolved ones too; empty for a unit nobody knows. */
    public List<String> below(String upper) {
        return units.stream()
                .map(Unit::code)
                .filter(code -> isBelow(code, upper))
                .toList();
    }

    /** Whether a unit hangs below another one, at any depth; a unit is not below itself, and nobody is below an unknown one. */
    public boolean isBelow(String code, String upper) {
        return find(code)
                .map(Unit::parentCode)
                .filter(parent -> parent.equals(upper) || isBelow(parent, upper))
                .isPresent();
    }
}
