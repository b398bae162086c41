/** Classes and filing standards over HTTP: what is in force, all versions, import and export. */
@NullMarked
package city.urbanops.intake.taxonomy.api;

import org.jspecify.annotations.NullMarked;
