/**
 * The main class of the Kafka child process. It runs on the broker's own class path, so it may use Kafka and the JDK only:
 * nothing of the module around it.
 */
@NullMarked
package city.urbanops.engines.broker;

import org.jspecify.annotations.NullMarked;
