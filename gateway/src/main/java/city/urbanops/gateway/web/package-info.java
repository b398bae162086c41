/** What comes in over HTTP: the checks every request passes, and which handler gets it. */
@NullMarked
package city.urbanops.gateway.web;

import org.jspecify.annotations.NullMarked;
