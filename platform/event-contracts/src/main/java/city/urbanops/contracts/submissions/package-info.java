/** Reports that other city systems hand in by the log instead of REST, and the answer to those that were refused (DESIGN §1, DOMAIN §12). */
@NullMarked
package city.urbanops.contracts.submissions;

import org.jspecify.annotations.NullMarked;
