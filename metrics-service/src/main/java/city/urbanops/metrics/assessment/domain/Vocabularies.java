package city.urbanops.metrics.assessment.domain;

import city.urbanops.expressions.ValueType;
import city.urbanops.expressions.Vocabulary;
import city.urbanops.metrics.domain.Indicator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What expressions of a scheme may speak of. Money is not among it, and whoever writes of it is told why. */
final class Vocabularies {

    private Vocabularies() {}

    /** Indicators in per cent (or as numbers) and inputs, by identifier; absent ones are null. */
    static Vocabulary ofUnits(List<Scheme.Input> inputs) {
        var vocabulary = Vocabulary.define();
        Indicator.names().forEach(name -> vocabulary.optional(identifier(name), ValueType.NUMBER));
        inputs.forEach(input -> vocabulary.optional(input.id(), ValueType.NUMBER));
        return vocabulary.build();
    }

    /** One case, as {@link LedgerCase} has it. */
    static Vocabulary ofCases() {
        return Vocabulary.define()
                .variable("channel", ValueType.TEXT)
                .variable("classCode", ValueType.TEXT)
                .variable("areaCode", ValueType.TEXT)
                .variable("sets", ValueType.TEXTS)
                .variable("reworks", ValueType.INTEGER)
                .variable("extensions", ValueType.INTEGER)
                .variable("repeats", ValueType.INTEGER)
                .build();
    }

    /** {@code close-rate.due} as {@code closeRateDue}: identifiers of CEL have neither hyphens nor dots here. */
    static String identifier(String indicator) {
        return Pattern.compile("[-.](\\w)").matcher(indicator).replaceAll(match -> match.group(1)
                .toUpperCase(Locale.ROOT));
    }
}
