/** Figures others published, computed anew from folded events. */
@org.jspecify.annotations.NullMarked
package city.urbanops.metrics.truth;
