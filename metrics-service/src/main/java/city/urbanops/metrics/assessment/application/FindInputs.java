package city.urbanops.metrics.assessment.application;

import city.urbanops.contracts.ContractJson;
import city.urbanops.metrics.assessment.application.Ledger.Publication;
import city.urbanops.metrics.assessment.domain.Period;
import city.urbanops.metrics.assessment.domain.Scheme;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.reactive.mutiny.Mutiny;

/** The inputs of a scheme for a period, wherever they come from: typed in, reported by units, or kept with a publication. */
@Singleton
class FindInputs {

    private static final TypeReference<Map<String, Map<String, Double>>> BY_UNIT = new TypeReference<>() {};

    private final Ledger ledger;
    private final ReportedInputs reported;

    FindInputs(Ledger ledger, ReportedInputs reported) {
        this.ledger = ledger;
        this.reported = reported;
    }

    /** As they are now, by unit and input. */
    Uni<Map<String, Map<String, Double>>> now(Mutiny.StatelessSession session, Scheme scheme, Period period) {
        return ledger.inputs(session, scheme.id(), period)
                .chain(typed -> reported.values(session, scheme, period).map(filled -> merged(scheme, typed, filled)));
    }

    /** Those the period was published with; absent for a publication from before they were kept. */
    static Optional<Map<String, Map<String, Double>>> published(Publication publication) {
        return Optional.ofNullable(publication.inputs()).map(FindInputs::read);
    }

    /** In one order, so that equal inputs are equal texts. */
    static String write(Map<String, Map<String, Double>> inputs) {
        try {
            var sorted = new TreeMap<String, Map<String, Double>>();
            inputs.forEach((unit, values) -> sorted.put(unit, new TreeMap<>(values)));
            return ContractJson.mapper().writeValueAsString(sorted);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("inputs cannot be written as JSON", e);
        }
    }

    private static Map<String, Map<String, Double>> read(String json) {
        try {
            return ContractJson.mapper().readValue(json, BY_UNIT);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("kept inputs cannot be read", e);
        }
    }

    /** What was typed for an input that a later version of the scheme takes from reports is left out. */
    private static Map<String, Map<String, Double>> merged(
            Scheme scheme, Map<String, Map<String, Double>> typed, Map<String, Map<String, Double>> filled) {
        var all = new HashMap<String, Map<String, Double>>();
        typed.forEach((unit, values) -> {
            var left = new HashMap<>(values);
            scheme.reportedInputs().forEach(input -> left.remove(input.id()));
            all.put(unit, left);
        });
        filled.forEach((unit, values) ->
                all.computeIfAbsent(unit, fresh -> new HashMap<>()).putAll(values));
        return all;
    }
}
