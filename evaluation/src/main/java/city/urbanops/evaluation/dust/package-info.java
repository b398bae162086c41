/**
 * {@code ./urbanops evaluate dust}: runs the dust topology over hourly series of real stations and holds its episodes against a plain batch
 * computation that shares nothing with it but the figures of the rule.
 */
@NullMarked
package city.urbanops.evaluation.dust;

import org.jspecify.annotations.NullMarked;
