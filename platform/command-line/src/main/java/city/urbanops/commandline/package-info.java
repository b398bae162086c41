/** What every verb of {@code ./urbanops} shares: a result as a JSON file, a failure as one sentence. */
@org.jspecify.annotations.NullMarked
package city.urbanops.commandline;
