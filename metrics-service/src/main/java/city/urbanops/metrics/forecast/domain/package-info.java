/**
 * What comes next, and what is out of the ordinary.
 *
 * <p>Plain methods that can be done by hand: the days of the week times a level ({@link city.urbanops.metrics.forecast.domain.Seasonal}),
 * how tasks of the same kind ended that had used as much of their limit ({@link city.urbanops.metrics.forecast.domain.RiskTable}), places
 * against their own past ({@link city.urbanops.metrics.forecast.domain.Hotspot}). Each is measured on days and cases it has not seen, and
 * its error goes with every answer. {@link city.urbanops.metrics.forecast.domain.WarningDecider} alone raises and clears warnings.
 */
@NullMarked
package city.urbanops.metrics.forecast.domain;

import org.jspecify.annotations.NullMarked;
