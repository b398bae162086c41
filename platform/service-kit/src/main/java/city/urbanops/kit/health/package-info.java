/** What a service must have before it says it is ready. */
@NullMarked
package city.urbanops.kit.health;

import org.jspecify.annotations.NullMarked;
