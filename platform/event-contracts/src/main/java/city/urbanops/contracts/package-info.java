/**
 * The published language of the platform: every topic and event type, each bound once to its key, its producing service and its record. Other
 * city systems read these contracts too, so within a version only optional fields are added (DESIGN §2).
 */
@NullMarked
package city.urbanops.contracts;

import org.jspecify.annotations.NullMarked;
