/**
 * How units are scored.
 *
 * <p>A {@link city.urbanops.metrics.assessment.domain.Scheme} is a tree of parts. A leaf gets its points from an expression over
 * indicators and inputs, from a table of bands, or from a ledger of deductions; an inner part adds up its parts, each times its weight.
 * {@link city.urbanops.metrics.assessment.domain.SchemeCompiler} turns a document into a
 * {@link city.urbanops.metrics.assessment.domain.CompiledScheme} or into all that is wrong with it, by place;
 * {@link city.urbanops.metrics.assessment.domain.CompiledScheme#score} is pure and explains each point.
 */
@NullMarked
package city.urbanops.metrics.assessment.domain;

import org.jspecify.annotations.NullMarked;
