/**
 * The one expression language of responsibility rules and assessment schemes: CEL.
 *
 * <p>A {@link city.urbanops.expressions.Vocabulary} declares the variables an expression may use and compiles it against them; what does
 * not fit is refused with line and column, as a value. A compiled {@link city.urbanops.expressions.Expression} is immutable, has no
 * access to clock, network or files, gives the same answer for the same values, and ends: source, nesting, iterations and regular
 * expressions are bounded.
 */
@NullMarked
package city.urbanops.expressions;

import org.jspecify.annotations.NullMarked;
