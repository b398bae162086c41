/** Work that is looked after again and again: one round at a time, and quiet while the infrastructure is away. */
@org.jspecify.annotations.NullMarked
package city.urbanops.kit.timer;
