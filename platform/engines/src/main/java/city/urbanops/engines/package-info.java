/**
 * The platform's real engines (PostgreSQL, Kafka, Keycloak, the object store) as child processes from Maven artifacts, with
 * the files that say what is running ({@link city.urbanops.engines.RunState}) and with which passwords
 * ({@link city.urbanops.engines.Secrets}). The launcher and the test kit share it, so tests meet the engines that run.
 */
@NullMarked
package city.urbanops.engines;

import org.jspecify.annotations.NullMarked;
