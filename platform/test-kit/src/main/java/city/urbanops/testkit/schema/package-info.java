/**
 * Migrations expand first and contract later: what the version before read and wrote must still be there, because both
 * versions run side by side while a city updates (docs/adr/0075).
 */
@org.jspecify.annotations.NullMarked
package city.urbanops.testkit.schema;
