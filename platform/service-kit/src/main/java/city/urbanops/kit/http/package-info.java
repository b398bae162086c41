/** What every command over HTTP shares: idempotency keys, refusals, paging. */
@NullMarked
package city.urbanops.kit.http;

import org.jspecify.annotations.NullMarked;
