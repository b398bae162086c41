/**
 * What is started, in which order, how it is kept running and how it is stopped. The list of services is data
 * ({@link city.urbanops.launcher.platform.ServiceCatalog}); a {@code Keeper} owns one process and starts it again when it
 * dies; the {@code Supervisor} owns the keepers.
 */
@NullMarked
package city.urbanops.launcher.platform;

import org.jspecify.annotations.NullMarked;
