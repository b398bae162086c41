package city.urbanops.metrics.assessment.domain;

import city.urbanops.metrics.domain.Counts;
import city.urbanops.metrics.domain.Indicator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about one unit in one period.
 *
 * @param unit its code
 * @param counts sizes of its case sets
 * @param inputs entered figures, by id
 * @param cases those a ledger may look at
 * @param entries of people: appeals, adjustments
 */
public record UnitFigures(
        String unit, Counts counts, Map<String, Double> inputs, List<LedgerCase> cases, List<ManualEntry> entries) {

    private static final int PER_CENT = 100;

    public UnitFigures {
        inputs = Map.copyOf(inputs);
        cases = List.copyOf(cases);
        entries = List.copyOf(entries);
    }

    /** Values for expressions; an indicator on a zero base is null. Rates are in per cent. */
    Map<String, @Nullable Double> values(Scheme scheme) {
        var values = new HashMap<String, @Nullable Double>();
        for (var name : Indicator.names()) {
            values.put(Vocabularies.identifier(name), value(name, scheme.rateDecimals()));
        }
        for (var input : scheme.inputs()) {
            values.put(input.id(), inputs.getOrDefault(input.id(), input.otherwise()));
        }
        return values;
    }

    private @Nullable Double value(String name, @Nullable Integer places) {
        var ratio = Indicator.find(name).orElseThrow();
        var value = ratio.of(counts).orElse(null);
        if (value == null || ratio.base() == null) {
            return value;
        }
        var perCent = value * PER_CENT;
        return places == null
                ? perCent
                : Decimals.rounded(Decimals.of(perCent), places).doubleValue();
    }
}
