/** Cases of a former system 历史案件, as they come in. */
@NullMarked
package city.urbanops.intake.history.domain;

import org.jspecify.annotations.NullMarked;
