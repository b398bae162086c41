/** The roster in force of each unit, its versions without anybody's number, and the choices made by it. */
@NullMarked
package city.urbanops.dispatch.duty.persistence;

import org.jspecify.annotations.NullMarked;
