/**
 * Backup and restore of one installation: databases, log, Keycloak's users and the secrets they are locked with, as one
 * compressed tar file. It is taken while nothing runs, because only then do the outbox rows in PostgreSQL and the records
 * in Kafka agree with each other without stopping the world by other means.
 */
@NullMarked
package city.urbanops.launcher.archive;

import org.jspecify.annotations.NullMarked;
