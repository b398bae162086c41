package city.urbanops.dispatch.learning.domain;

import city.urbanops.classifier.Scheme;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is learned: a model of its own for each. */
public enum Target {
    /** Which unit handles a filed case. */
    UNIT,
    /** Which class a report without one belongs to. */
    CLASS;

    /** Which facts are looked at together. */
    public Scheme scheme() {
        return this == UNIT ? Schemes.UNIT : Schemes.CLASS;
    }

    /** Names the scheme; a stored model of another one cannot be read. */
    public String schemeName() {
        String contexts = Stream.concat(scheme().contexts().stream(), scheme().track().stream())
                .map(context -> String.join("+", context.facts()))
                .collect(Collectors.joining(","));
        return Integer.toHexString(contexts.hashCode());
    }

    /** What became of a case; empty when that is not known. */
    public Optional<String> labelOf(Example example) {
        return Optional.ofNullable(this == UNIT ? example.unit() : example.knownClass());
    }
}
