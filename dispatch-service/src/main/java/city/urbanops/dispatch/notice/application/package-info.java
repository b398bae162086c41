/** Registering receivers, writing notices down, and delivering them, apart from every business transaction. */
@NullMarked
package city.urbanops.dispatch.notice.application;

import org.jspecify.annotations.NullMarked;
