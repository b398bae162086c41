/** What a learned model may decide, and when it may replace another or must stop; nothing here trains or stores. */
@NullMarked
package city.urbanops.dispatch.learning.domain;

import org.jspecify.annotations.NullMarked;
