package city.urbanops.dispatch.routing.api;

import city.urbanops.dispatch.routing.domain.Exemption;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All exemptions of the city.
 *
 * @param exemptions every one; empty ends them all
 */
public record ExemptionsRequest(@NotNull List<@Valid @NotNull Zone> exemptions) {

    /** One exemption; {@code polygon} holds the coordinates of a GeoJSON polygon in WGS-84, absent for the whole city. */
    public record Zone(
            @NotBlank String zoneId,
            @NotBlank String name,
            @NotEmpty List<@NotBlank String> classPatterns,
            @Nullable List<@NotNull List<@NotNull List<@NotNull Double>>> polygon,
            @Nullable String hours,
            @Nullable List<@NotNull DayOfWeek> weekdays,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveUntil,
            Exemption.@NotNull Suggestion suggestion,
            @NotBlank String source) {

        private Exemption exemption() {
            return new Exemption(
                    zoneId,
                    name,
                    classPatterns,
                    polygon,
                    hours,
                    weekdays,
                    effectiveFrom,
                    effectiveUntil,
                    suggestion,
                    source);
        }
    }

    List<Exemption> all() {
        return exemptions.stream().map(Zone::exemption).toList();
    }
}
