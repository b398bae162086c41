/**
 * Cleaning on demand 环卫作业: dispatch's task seen from the cleaning unit that got it. Dispatch owns the task, its deadline and its
 * suspension; what is owned here is what crews do on site, and dispatch learns of it by events.
 */
@NullMarked
package city.urbanops.sanitation.workorder;

import org.jspecify.annotations.NullMarked;
