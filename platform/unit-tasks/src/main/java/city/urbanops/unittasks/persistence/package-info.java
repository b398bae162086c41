/** The statements that keep work in a table of its service; the table and its entity are the service's. */
@NullMarked
package city.urbanops.unittasks.persistence;

import org.jspecify.annotations.NullMarked;
