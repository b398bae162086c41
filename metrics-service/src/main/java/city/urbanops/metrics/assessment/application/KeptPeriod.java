package city.urbanops.metrics.assessment.application;

import city.urbanops.metrics.assessment.application.CaseChanges.Position;
import city.urbanops.metrics.assessment.domain.CompiledScheme;
import city.urbanops.metrics.assessment.domain.LedgerCase;
import city.urbanops.metrics.assessment.domain.Period;
import city.urbanops.metrics.assessment.domain.PeriodCosts;
import city.urbanops.metrics.assessment.domain.UnitFigures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A period as far as it is computed under one version of a scheme. Immutable.
 *
 * @param at what the costs know of; absent if they know nothing
 * @param costs of its cases, if the scheme looks at cases
 * @param sheet made last, perhaps of earlier costs
 * @param askedAt when somebody last wanted a sheet
 */
record KeptPeriod(
        CompiledScheme scheme,
        Period period,
        Optional<Position> at,
        PeriodCosts costs,
        WrittenSheet sheet,
        Instant askedAt) {

    static KeptPeriod fresh(CompiledScheme scheme, Period period, Instant now) {
        return new KeptPeriod(scheme, period, Optional.empty(), PeriodCosts.NONE, WrittenSheet.NONE, now);
    }

    /** Wanted again. */
    KeptPeriod asked(Instant now) {
        return new KeptPeriod(scheme, period, at, costs, sheet, now);
    }

    /** After some cases changed. */
    KeptPeriod with(Optional<Position> now, Set<UUID> changed, List<LedgerCase> cases) {
        return new KeptPeriod(scheme, period, now, costs.with(scheme, changed, cases), sheet, askedAt);
    }

    /** By all of its cases, whatever was known. */
    KeptPeriod anew(Optional<Position> now, List<LedgerCase> all) {
        return new KeptPeriod(scheme, period, now, PeriodCosts.NONE.with(scheme, Set.of(), all), sheet, askedAt);
    }

    /** With the sheet of its costs and these figures. */
    KeptPeriod with(List<UnitFigures> figures, Instant now) {
        return new KeptPeriod(scheme, period, at, costs, sheet.with(scheme, figures, costs), now);
    }
}
