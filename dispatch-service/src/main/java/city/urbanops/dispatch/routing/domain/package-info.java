/** Which unit a case belongs to: the responsibility matrix, the choice made from it, and the reasons that are kept. */
@NullMarked
package city.urbanops.dispatch.routing.domain;

import org.jspecify.annotations.NullMarked;
