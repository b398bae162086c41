/** Examples, models, trainings and suggestions in the database. */
@NullMarked
package city.urbanops.dispatch.learning.persistence;

import org.jspecify.annotations.NullMarked;
