/**
 * What is known about a case and how it is counted.
 *
 * <p>A {@link city.urbanops.metrics.domain.CaseFact} is a set of registers that merge: the earliest milestone, the highest count, the
 * latest value. So facts come out the same however late, often or out of order the events arrive. A
 * {@link city.urbanops.metrics.domain.CaseSet} is one definition of "counts as …", and rollups are nothing but the sizes of these sets.
 */
@NullMarked
package city.urbanops.metrics.domain;

import org.jspecify.annotations.NullMarked;
