/** The rule that turns dust readings into alarms, and the Kafka Streams topology that applies it. */
@org.jspecify.annotations.NullMarked
package city.urbanops.dust;
