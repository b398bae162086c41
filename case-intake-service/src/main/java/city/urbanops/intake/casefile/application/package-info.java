/** Use cases on case files, one class each, and the ports they need. */
@NullMarked
package city.urbanops.intake.casefile.application;

import org.jspecify.annotations.NullMarked;
