/**
 * The one deadline engine of the product: a {@link city.urbanops.deadlines.TimeLimit}, a
 * {@link city.urbanops.deadlines.WorkingCalendar} and the {@link city.urbanops.deadlines.Pause}s of a stage give its due
 * instant. Pure functions over {@code java.time}: no I/O, no clock, no dependency, so every service and every test
 * computes the same instant from the same facts. The rules are those of a city scheme read in full: limits whose unit
 * is "urgent" run day and night, all others run in working time; a start outside working hours moves to the next slot;
 * suspension and return stop the clock; an extension adds one original limit and never resets.
 */
@NullMarked
package city.urbanops.deadlines;

import org.jspecify.annotations.NullMarked;
