package city.urbanops.intake.casefile.persistence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A where clause under construction; values only ever travel as parameters. */
final class Conditions {

    private final List<String> all = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    void and(String condition) {
        all.add(condition);
    }

    void and(String condition, String name, Object value) {
        all.add(condition);
        parameters.put(name, value);
    }

    void parameter(String name, Object value) {
        parameters.put(name, value);
    }

    /** The same conditions and parameters, to go on from apart. */
    Conditions copy() {
        var copy = new Conditions();
        copy.all.addAll(all);
        copy.parameters.putAll(parameters);
        return copy;
    }

    String sql() {
        return all.isEmpty() ? "" : " where " + String.join(" and ", all);
    }

    Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }
}
