/** WorkOrders and the decisions about them: pure, without clock, ids or I/O. */
@NullMarked
package city.urbanops.sanitation.workorder.domain;

import org.jspecify.annotations.NullMarked;
