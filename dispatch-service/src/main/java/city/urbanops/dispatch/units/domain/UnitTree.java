package city.urbanops.dispatch.units.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes to the tree of units; a tree has no circle, and nobody hangs below a unit that is dissolved. */
public final class UnitTree {

    private final Map<String, Unit> byCode = new LinkedHashMap<>();

    /** The tree as it is. */
    public UnitTree(List<Unit> units) {
        units.forEach(unit -> byCode.put(unit.code(), unit));
    }

    /** What becomes of a change. */
    public sealed interface Change {

        /** Every unit, parents before children. */
        record Made(List<Unit> units) implements Change {
            public Made {
                units = List.copyOf(units);
            }
        }

        /** Not possible: the field at fault and why. */
        record Refused(String field, String message) implements Change {}
    }

    /** The tree with this unit as it is now, new or changed. */
    public Change with(Unit unit) {
        Map<String, Unit> changed = new LinkedHashMap<>(byCode);
        changed.put(unit.code(), unit);
        Optional<Change> refused = refused(unit, changed);
        return refused.orElseGet(() -> new Change.Made(parentsFirst(changed)));
    }

    private static Optional<Change> refused(Unit unit, Map<String, Unit> units) {
        Unit parent = parentOf(unit, units);
        if (unit.parentCode() != null && parent == null) {
            return refused("parentCode", "'%s' is not a unit".formatted(unit.parentCode()));
        }
        Set<String> line = new LinkedHashSet<>();
        for (Unit one = unit; one != null; one = parentOf(one, units)) {
            if (!line.add(one.code())) {
                return refused("parentCode", "makes a circle: %s > %s".formatted(String.join(" > ", line), one.code()));
            }
        }
        if (unit.active() && parent != null && !parent.active()) {
            return refused("parentCode", "'%s' is dissolved".formatted(parent.code()));
        }
        List<String> below = units.values().stream()
                .filter(one -> one.active() && unit.code().equals(one.parentCode()))
                .map(Unit::code)
                .toList();
        return unit.active() || below.isEmpty()
                ? Optional.empty()
                : refused("active", "units hang below it, move them first: " + String.join(", ", below));
    }

    private static List<Unit> parentsFirst(Map<String, Unit> units) {
        Map<String, Unit> placed = new LinkedHashMap<>();
        for (Unit unit : units.values()) {
            place(unit, units, placed);
        }
        return new ArrayList<>(placed.values());
    }

    private static void place(Unit unit, Map<String, Unit> units, Map<String, Unit> placed) {
        Unit parent = parentOf(unit, units);
        if (parent != null && !placed.containsKey(parent.code())) {
            place(parent, units, placed);
        }
        placed.putIfAbsent(unit.code(), unit);
    }

    private static @Nullable Unit parentOf(Unit unit, Map<String, Unit> units) {
        return unit.parentCode() == null ? null : units.get(unit.parentCode());
    }

    private static Optional<Change> refused(String field, String message) {
        return Optional.of(new Change.Refused(field, message));
    }
}
