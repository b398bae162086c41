/** Who calls, and how far they may see: taken from the verified token, deny first. */
@NullMarked
package city.urbanops.kit.security;

import org.jspecify.annotations.NullMarked;
