@NullMarked
package city.urbanops.evaluation.deadlines;

import org.jspecify.annotations.NullMarked;
