/** Where a unit says where it wants to be told. */
@NullMarked
package city.urbanops.dispatch.notice.api;

import org.jspecify.annotations.NullMarked;
