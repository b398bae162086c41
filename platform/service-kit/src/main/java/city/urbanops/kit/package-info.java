/** Everything the services share that is not about cities: this package and those below contain no domain word. */
@NullMarked
package city.urbanops.kit;

import org.jspecify.annotations.NullMarked;
