package city.urbanops.dispatch.task.domain;

import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.dispatch.units.domain.Workplace;
import java.util.ArrayList;
import java.util.List;

/**
 * The unit that has the task.
 *
 * @param department its code
 * @param workplace where it works, as it was when the task came to it
 * @param above the units that delegated it 下派, from the one the centre gave it to down to the one right above; empty unless it was
 */
public record Holder(String department, Workplace workplace, List<String> above) {

    public Holder {
        above = List.copyOf(above);
    }

    /** The unit as holder, of the centre's giving. */
    public static Holder of(Unit unit) {
        return new Holder(unit.code(), unit.workplace(), List.of());
    }

    /** Whether another unit delegated it. */
    public boolean isDelegated() {
        return !above.isEmpty();
    }

    /** The unit the centre gave it to: it answers for the case, and the clock counts by its hours. */
    public String answering() {
        return above.isEmpty() ? department : above.get(0);
    }

    /** The line of units from the one that answers down to the one that has it. */
    public List<String> chain() {
        List<String> chain = new ArrayList<>(above);
        chain.add(department);
        return chain;
    }

    Holder delegatingTo(Unit below) {
        return new Holder(below.code(), below.workplace(), chain());
    }

    /** @param upper one of those above */
    Holder givingBackTo(Unit upper) {
        return new Holder(upper.code(), upper.workplace(), above.subList(0, above.indexOf(upper.code())));
    }
}
