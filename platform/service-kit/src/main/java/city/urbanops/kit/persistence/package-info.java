/** What native SQL of the services needs to know of their entities. */
@NullMarked
package city.urbanops.kit.persistence;

import org.jspecify.annotations.NullMarked;
