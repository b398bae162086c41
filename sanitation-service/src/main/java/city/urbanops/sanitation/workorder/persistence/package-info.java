/** WorkOrders in PostgreSQL; entities never leave this package. */
@NullMarked
package city.urbanops.sanitation.workorder.persistence;

import org.jspecify.annotations.NullMarked;
