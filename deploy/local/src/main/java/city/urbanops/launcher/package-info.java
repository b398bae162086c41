/**
 * The command {@code ./urbanops}: starts, watches, shows, saves and stops the platform on one machine. The verbs are
 * picocli commands here; {@code checks} holds what must be true before a start, {@code platform} what is started and how
 * it is kept running, {@code archive} backup and restore, {@code build} what runs before the launcher exists.
 */
@NullMarked
package city.urbanops.launcher;

import org.jspecify.annotations.NullMarked;
