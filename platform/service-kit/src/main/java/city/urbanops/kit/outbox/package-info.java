/** Events out: written with the state change in one transaction, published by one relay (DESIGN §2). */
@NullMarked
package city.urbanops.kit.outbox;

import org.jspecify.annotations.NullMarked;
