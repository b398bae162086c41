/** Native SQL of the services: statements on a session, what they need to know of entities, and many rows as one JSON array. */
@NullMarked
package city.urbanops.kit.persistence;

import org.jspecify.annotations.NullMarked;
