/** The reply a reporter was promised: by when, and which steps towards it are possible. Pure; whoever stores and tells of it is elsewhere. */
@NullMarked
package city.urbanops.intake.reporter.domain;

import org.jspecify.annotations.NullMarked;
