/** Case intake: the supervision axis. It owns the case file from the report to the closing, and the journal of the whole case. */
@NullMarked
package city.urbanops.intake;

import org.jspecify.annotations.NullMarked;
