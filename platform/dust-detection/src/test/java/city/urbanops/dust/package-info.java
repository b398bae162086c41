/** Tests of the dust rule. */
@org.jspecify.annotations.NullMarked
package city.urbanops.dust;
