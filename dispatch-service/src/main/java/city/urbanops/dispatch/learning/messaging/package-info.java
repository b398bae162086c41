/** Closed cases of former systems in, suggested classes out. */
@NullMarked
package city.urbanops.dispatch.learning.messaging;

import org.jspecify.annotations.NullMarked;
