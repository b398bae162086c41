/** A refusal as a value and as an RFC 9457 answer; every error that leaves a service goes through here. */
@NullMarked
package city.urbanops.kit.problem;

import org.jspecify.annotations.NullMarked;
