package city.urbanops.metrics.assessment.domain;

import city.urbanops.metrics.domain.CaseSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A case as deduction rules see it.
 *
 * @param sets the case sets it is in
 * @param reworks failed checks
 * @param extensions approved extensions
 * @param repeats earlier cases of the same class in the same smallest area within 30 days before
 */
public record LedgerCase(
        UUID caseId,
        String unit,
        String channel,
        String classCode,
        String areaCode,
        Set<CaseSet> sets,
        int reworks,
        int extensions,
        int repeats) {

    Map<String, Object> values() {
        return Map.of(
                "channel", channel,
                "classCode", classCode,
                "areaCode", areaCode,
                "sets",
                        sets.stream()
                                .map(set -> set.name().toLowerCase(Locale.ROOT))
                                .toList(),
                "reworks", reworks,
                "extensions", extensions,
                "repeats", repeats);
    }
}
