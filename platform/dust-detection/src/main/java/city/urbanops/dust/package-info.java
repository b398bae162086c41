/**
 * The rule that turns the readings of dust monitors into warnings, alarms, escalations and all-clears: pure, one window of fifteen minutes
 * at a time. How its sentences are read where they leave room is ADR 0026.
 */
@NullMarked
package city.urbanops.dust;

import org.jspecify.annotations.NullMarked;
