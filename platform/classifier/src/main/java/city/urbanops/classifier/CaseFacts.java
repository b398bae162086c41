package city.urbanops.classifier;

import java.time.Instant;
import java.util.Map;

/**
 * What is known of a case when it has to be dispatched, and nothing that is known only later.
 *
 * @param at when it was opened
 * @param values facts by name, such as {@code class} or {@code area}; an absent fact counts as an empty one
 * @param text what was reported, in any language, segmented or not; empty when there is none
 */
public record CaseFacts(Instant at, Map<String, String> values, String text) {

    public CaseFacts {
        values = Map.copyOf(values);
    }

    /** A fact's value, empty when it is absent. */
    String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** Days since 1970, with fractions: the unit in which habits fade. */
    double day() {
        return at.getEpochSecond() / 86_400.0;
    }
}
