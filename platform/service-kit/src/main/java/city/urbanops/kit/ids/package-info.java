/** Ids of entities and events; deciders never make ids, use cases take them from here. */
@NullMarked
package city.urbanops.kit.ids;

import org.jspecify.annotations.NullMarked;
