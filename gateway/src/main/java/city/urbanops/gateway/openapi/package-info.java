/** One OpenAPI document for the whole public face, made from what the services say of themselves. */
@NullMarked
package city.urbanops.gateway.openapi;

import org.jspecify.annotations.NullMarked;
