/** Rosters over HTTP: handed in by an administrator or the unit's lead, read by everybody who is signed in, numbers by few. */
@NullMarked
package city.urbanops.dispatch.duty.api;

import org.jspecify.annotations.NullMarked;
