/** Photos over HTTP. */
@NullMarked
package city.urbanops.intake.media.api;

import org.jspecify.annotations.NullMarked;
