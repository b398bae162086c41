package city.urbanops.metrics.domain;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.params.provider.Arguments;

/** Lives of a case for parameterized tests: a name that says how a plain count of events would go wrong, what is right, and the events. */
final class Lives {

    private Lives() {}

    static Arguments life(String name, Set<CaseSet> expected, CaseFact... events) {
        return arguments(name, expected, Arrays.asList(events));
    }
}
