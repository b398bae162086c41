package city.urbanops.evaluation.dispatch;

import java.util.HashMap;
import java.util.Map;

/** What each unit is called now, as far as the results known so far tell. */
final class UnitNames {

    private final Map<String, String> names = new HashMap<>();

    void learn(PastCase past) {
        names.put(past.unit(), past.name());
    }

    String of(String unit) {
        return names.getOrDefault(unit, unit);
    }
}
