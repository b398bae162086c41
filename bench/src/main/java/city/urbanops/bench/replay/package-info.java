/**
 * Reads Boston 311 records, maps them to reports of the default city by data files, and reconciles one run.
 */
@NullMarked
package city.urbanops.bench.replay;

import org.jspecify.annotations.NullMarked;
