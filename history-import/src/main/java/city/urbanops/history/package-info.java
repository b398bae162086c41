/** Brings the cases of a former system in, whole lives with their original times: {@code ./urbanops import}. */
@org.jspecify.annotations.NullMarked
package city.urbanops.history;
