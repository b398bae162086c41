/**
 * What the tests of every service share: real engines ({@link city.urbanops.testkit.UrbanOpsEngines}), tokens signed by a
 * real Keycloak ({@link city.urbanops.testkit.Tokens}) and engines that go away ({@link city.urbanops.testkit.Outage}).
 * It alone decides where PostgreSQL and Kafka come from.
 */
@NullMarked
package city.urbanops.testkit;

import org.jspecify.annotations.NullMarked;
