package city.urbanops.metrics.assessment.application;

import city.urbanops.contracts.ContractJson;
import city.urbanops.metrics.assessment.domain.CompiledScheme;
import city.urbanops.metrics.assessment.domain.PeriodCosts;
import city.urbanops.metrics.assessment.domain.UnitFigures;
import city.urbanops.metrics.assessment.domain.UnitScore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The units of a sheet, written. The same to the last byte, and so of the same digest, as {@link Sheet#write} of all scores, but a unit of
 * which nothing changed is taken over from the sheet before. Immutable.
 */
final class WrittenSheet {

    /** Without units. */
    static final WrittenSheet NONE = new WrittenSheet(List.of(), Sheet.digest("[]"));

    private final List<WrittenUnit> units;
    private final String digest;

    private WrittenSheet(List<WrittenUnit> units, String digest) {
        this.units = List.copyOf(units);
        this.digest = digest;
    }

    /** The sheet of these figures and costs, made from this one, which must be of the same scheme. */
    WrittenSheet with(CompiledScheme scheme, List<UnitFigures> figures, PeriodCosts costs) {
        var before =
                units.stream().collect(Collectors.toMap(unit -> unit.figures().unit(), Function.identity()));
        var byUnit = figures.stream().collect(Collectors.toMap(UnitFigures::unit, Function.identity()));
        var scores = figures.stream()
                .flatMap(each ->
                        WrittenUnit.score(scheme, each, costs.of(each.unit()), before.get(each.unit())).stream())
                .toList();
        var next = scheme.ranked(scores).stream()
                .map(score -> written(score, byUnit, costs, before))
                .toList();
        return new WrittenSheet(next, isSame(next) ? digest : digest(next));
    }

    String digest() {
        return digest;
    }

    /** All units with their reasons, or one. */
    JsonNode full(Optional<String> unit) {
        var array = ContractJson.mapper().createArrayNode();
        of(unit).forEach(each -> array.add(FindScheme.parse(each.json())));
        return array;
    }

    /** All units without reasons, or one. */
    JsonNode brief(Optional<String> unit) {
        try {
            return FindScheme.parse(ContractJson.mapper()
                    .writeValueAsString(of(unit).map(WrittenUnit::brief).toList()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("scores cannot be written as JSON", e);
        }
    }

    private Stream<WrittenUnit> of(Optional<String> unit) {
        return units.stream()
                .filter(each ->
                        unit.isEmpty() || unit.get().equals(each.figures().unit()));
    }

    private static WrittenUnit written(
            UnitScore score, Map<String, UnitFigures> figures, PeriodCosts costs, Map<String, WrittenUnit> before) {
        var unit = score.unit();
        return WrittenUnit.of(Objects.requireNonNull(figures.get(unit)), costs.of(unit), score, before.get(unit));
    }

    private boolean isSame(List<WrittenUnit> next) {
        if (next.size() != units.size()) {
            return false;
        }
        for (int i = 0; i < next.size(); i++) {
            if (next.get(i).head() != units.get(i).head()
                    || next.get(i).reasons() != units.get(i).reasons()) {
                return false;
            }
        }
        return true;
    }

    private static String digest(List<WrittenUnit> units) {
        var hash = Sheet.sha256();
        hash.update((byte) '[');
        for (int i = 0; i < units.size(); i++) {
            if (i > 0) {
                hash.update((byte) ',');
            }
            units.get(i).json(hash::update);
        }
        hash.update((byte) ']');
        return Sheet.hex(hash);
    }
}
