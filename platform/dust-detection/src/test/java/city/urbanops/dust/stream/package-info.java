/** Tests of the dust topology, run by Kafka's own driver. */
@org.jspecify.annotations.NullMarked
package city.urbanops.dust.stream;
