/** Models, their figures and what they suggest, for dispatchers and those who answer for them. */
@NullMarked
package city.urbanops.dispatch.learning.api;

import org.jspecify.annotations.NullMarked;
