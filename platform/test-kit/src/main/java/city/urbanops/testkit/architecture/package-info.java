/**
 * The shape every service keeps (DESIGN §3), as ArchUnit rules a service checks with one line of test code.
 */
@NullMarked
package city.urbanops.testkit.architecture;

import org.jspecify.annotations.NullMarked;
