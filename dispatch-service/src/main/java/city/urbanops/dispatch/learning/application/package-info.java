/** Gathers closed cases, trains models from them, keeps the active ones in memory, and asks them. */
@NullMarked
package city.urbanops.dispatch.learning.application;

import org.jspecify.annotations.NullMarked;
