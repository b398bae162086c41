/** When two reports tell of the same matter: pure rules over texts, places and callers. */
@NullMarked
package city.urbanops.intake.duplicates.domain;

import org.jspecify.annotations.NullMarked;
