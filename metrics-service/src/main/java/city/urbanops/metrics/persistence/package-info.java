/** Facts and rollups in PostgreSQL: bulk statements, because this service sees every event of the platform. */
@NullMarked
package city.urbanops.metrics.persistence;

import org.jspecify.annotations.NullMarked;
