/** The ways a notice leaves the house: a signed HTTP call, and ports for e-mail and SMS. */
@NullMarked
package city.urbanops.dispatch.notice.delivery;

import org.jspecify.annotations.NullMarked;
