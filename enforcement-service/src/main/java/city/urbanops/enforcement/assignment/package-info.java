/**
 * On-site handling 现场处置: dispatch's task seen from the enforcement unit that got it. Dispatch owns the task, its deadline and its
 * suspension; what is owned here is what officers do on site, and dispatch learns of it by events.
 */
@NullMarked
package city.urbanops.enforcement.assignment;

import org.jspecify.annotations.NullMarked;
