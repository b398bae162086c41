/** The life of a case: one record per event type of the topic {@code case-events}, in the order a case lives through them. */
@NullMarked
package city.urbanops.contracts.cases;

import org.jspecify.annotations.NullMarked;
