/** Measures rules and models against real data, offline: {@code ./urbanops evaluate}. */
@org.jspecify.annotations.NullMarked
package city.urbanops.evaluation;
