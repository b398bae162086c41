/** The case file over HTTP (DESIGN §9). */
@NullMarked
package city.urbanops.intake.casefile.api;

import org.jspecify.annotations.NullMarked;
