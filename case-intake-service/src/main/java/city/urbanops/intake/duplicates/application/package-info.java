/** Finds cases a report may repeat, while it is typed and afterwards, and keeps texts findable. */
@NullMarked
package city.urbanops.intake.duplicates.application;

import org.jspecify.annotations.NullMarked;
