/** How rows travel to and from the database where an entity would be one statement for each row. */
@NullMarked
package city.urbanops.dispatch.persistence;

import org.jspecify.annotations.NullMarked;
