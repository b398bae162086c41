/** Takes cases of a former system in, once each. */
@NullMarked
package city.urbanops.intake.history.application;

import org.jspecify.annotations.NullMarked;
