/**
 * How a unit's own service follows the tasks that dispatch hands to the unit: events of tasks and cases become facts, facts change the
 * unit's work, and the work is kept in a table of the service. What the unit does with its work, and what it says about it, is the
 * service's (ADR 0092).
 */
@NullMarked
package city.urbanops.unittasks;

import org.jspecify.annotations.NullMarked;
