package city.urbanops.metrics.reported.domain;

import city.urbanops.metrics.assessment.domain.Fines;
import city.urbanops.metrics.assessment.domain.Scheme;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What units report, as one version of the catalogue defines it.
 *
 * @param id lower case and hyphens, for example {@code image-patches-done}
 * @param version from 1
 * @param unit of its value; PERCENT for a ratio
 * @param numerator what is counted above the line; a ratio only, as the two below
 * @param denominator what it is divided by
 * @param exclusion what may be taken off the denominator, by its name; absent if nothing may
 * @param targets by year, in the unit of the value; a year without one has none
 * @param groups who is ranked against whom, and may report at all; empty for every unit, in one group
 * @param penalties true for figures of penalties: they are shown and never scored
 * @param source where the indicator comes from
 */
public record ReportedIndicator(
        String id,
        int version,
        String titleZh,
        String titleEn,
        Unit unit,
        Shape shape,
        @Nullable String numerator,
        @Nullable String denominator,
        @Nullable String exclusion,
        Direction direction,
        Accumulation accumulation,
        @Nullable Map<String, BigDecimal> targets,
        @Nullable List<Scheme.Group> groups,
        boolean penalties,
        String source) {

    /** What the value is counted in. */
    public enum Unit {
        COUNT,
        M2,
        TONNE,
        YUAN,
        PERCENT,
        RANK
    }

    /** What a report is made of. */
    public enum Shape {
        /** One number. */
        COUNT,
        /** A numerator and a denominator. */
        RATIO,
        /** A place somebody else gave, 1 for the best. */
        RANK
    }

    /** Which of two figures is better. */
    public enum Direction {
        HIGHER,
        LOWER
    }

    /** How the figures of a year belong together. */
    public enum Accumulation {
        /** Each period has its own; they add up. */
        PERIOD,
        /** Each includes the earlier ones of its year 年内累计, as areas demolished are published; it never falls. */
        YEAR_TO_DATE,
        /** How things stand at the end of the period; it may fall. */
        LEVEL
    }

    public ReportedIndicator {
        targets = targets == null ? Map.of() : Map.copyOf(targets);
        groups = groups == null ? List.of() : List.copyOf(groups);
    }

    public List<Scheme.Group> units() {
        return Objects.requireNonNull(groups);
    }

    /** The target of a year, in the unit of the value. */
    Optional<BigDecimal> target(int year) {
        return Optional.ofNullable(Objects.requireNonNull(targets).get(String.valueOf(year)));
    }

    boolean isRatio() {
        return shape == Shape.RATIO;
    }

    /** False for whatever is about penalties, by its own word or by what its texts speak of. */
    public boolean mayBeScored() {
        return !penalties
                && Stream.of(id, titleZh, titleEn, numerator, denominator, exclusion)
                        .filter(Objects::nonNull)
                        .noneMatch(Fines::areSpokenOf);
    }
}
