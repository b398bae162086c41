package city.urbanops.dispatch.routing.api;

import city.urbanops.dispatch.routing.domain.Exemption;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
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

    /** A city has some dozens; every case is asked about each. */
    private static final int MOST = 5000;

    /** Too many are refused before each is validated: a million of them have five faults each. */
    public ExemptionsRequest {
        if (exemptions != null && exemptions.size() > MOST) {
            throw new IllegalArgumentException("at most %d exemptions are taken".formatted(MOST));
        }
    }

    /**
     * One exemption; {@code polygon} holds the coordinates of a GeoJSON polygon in WGS-84, absent for the whole city. One that is a place
     * of trade has a {@code kind}, and perhaps a {@code season} such as {@code 05-20..07-10}.
     */
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
            @NotBlank String source,
            Exemption.@Nullable Kind kind,
            @Nullable Integer stalls,
            @Nullable BigDecimal areaSquareMetres,
            @Nullable String season) {

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
                    source,
                    kind,
                    stalls,
                    areaSquareMetres,
                    season);
        }
    }

    List<Exemption> all() {
        return exemptions.stream().map(Zone::exemption).toList();
    }
}
