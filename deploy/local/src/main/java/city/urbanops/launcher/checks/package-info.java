/** What must hold before anything is started: free ports, enough memory. Each failure is one sentence for a person. */
@NullMarked
package city.urbanops.launcher.checks;

import org.jspecify.annotations.NullMarked;
