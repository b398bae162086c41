/** Learns from closed cases where a case goes: text and facts of a case in, calibrated candidates with their reasons out. Pure: no I/O, no clock. */
@org.jspecify.annotations.NullMarked
package city.urbanops.classifier;
