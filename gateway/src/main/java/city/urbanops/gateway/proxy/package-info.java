/** Passing requests on as streams: nothing of a body is kept, and what a service may trust of a header is set here. */
@NullMarked
package city.urbanops.gateway.proxy;

import org.jspecify.annotations.NullMarked;
