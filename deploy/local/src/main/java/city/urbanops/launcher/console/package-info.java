/** What a person sees while something takes time: on a terminal one line that moves, elsewhere lines that stay. */
@NullMarked
package city.urbanops.launcher.console;

import org.jspecify.annotations.NullMarked;
