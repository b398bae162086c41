/** The one expression language of rules and assessment schemes: CEL, type-checked at load, compiled once, bounded. */
@org.jspecify.annotations.NullMarked
package city.urbanops.expressions;
