package city.urbanops.metrics.application;

import city.urbanops.metrics.domain.CaseSet;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The cases behind a figure.
 *
 * @param in cases of this set
 * @param notIn but not of this one, if present: what is missing from a rate
 * @param from first date, in the city's zone
 * @param to the day after the last
 * @param department only this unit's, if present; {@code unassigned} for those no unit has
 * @param areaPrefix only areas whose code starts with this, if present
 * @param classPrefix only classes whose code starts with this, if present
 * @param channel only this channel, if present
 * @param after reads on behind this case
 * @param limit at most so many
 */
public record CaseQuery(
        CaseSet in,
        Optional<CaseSet> notIn,
        LocalDate from,
        LocalDate to,
        Optional<String> department,
        Optional<String> areaPrefix,
        Optional<String> classPrefix,
        Optional<String> channel,
        Optional<After> after,
        int limit) {

    /** The sort key of the last case read. */
    public record After(LocalDate countedOn, UUID caseId) {}

    /**
     * A case as it counts.
     *
     * @param countedOn filing date, or that of the report
     * @param department absent while no unit has it
     * @param mask the sets it is in, as {@link CaseSet#maskOf}
     */
    public record CountedCase(
            UUID caseId,
            LocalDate countedOn,
            @Nullable String department,
            String areaCode,
            String classCode,
            String channel,
            long mask) {}
}
