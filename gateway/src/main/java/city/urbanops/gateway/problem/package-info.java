/** The gateway's own error answers, in the form all services use (RFC 9457). */
@NullMarked
package city.urbanops.gateway.problem;

import org.jspecify.annotations.NullMarked;
