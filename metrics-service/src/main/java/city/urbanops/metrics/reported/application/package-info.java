/** Keeps the catalogue, takes, decides and imports reports, and makes figures of those that are confirmed. */
@NullMarked
package city.urbanops.metrics.reported.application;

import org.jspecify.annotations.NullMarked;
