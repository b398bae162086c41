/** Reference data of other services: the last version of each document, in memory, never asked for over the network. */
@NullMarked
package city.urbanops.kit.reference;

import org.jspecify.annotations.NullMarked;
