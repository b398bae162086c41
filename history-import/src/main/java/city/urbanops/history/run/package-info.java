/** One import: batches on their way to the platform, what became of them, and how far it got. */
@NullMarked
package city.urbanops.history.run;

import org.jspecify.annotations.NullMarked;
