/** Tables of routing: cases as filed, the dispatcher's queue, and the append-only explanations. */
@NullMarked
package city.urbanops.dispatch.routing.persistence;

import org.jspecify.annotations.NullMarked;
