/** What a case file is and how it may change: pure values and deciders. */
@NullMarked
package city.urbanops.intake.casefile.domain;

import org.jspecify.annotations.NullMarked;
