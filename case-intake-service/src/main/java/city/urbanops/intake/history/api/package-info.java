/** {@code /api/v1/imports}: the way in for cases of a former system. */
@NullMarked
package city.urbanops.intake.history.api;

import org.jspecify.annotations.NullMarked;
