/** What the service does: fold events into facts and rollups, and answer closure rates. */
@NullMarked
package city.urbanops.metrics.application;

import org.jspecify.annotations.NullMarked;
