/**
 * The main class of the object store's child process: S3Proxy over a directory. It runs on a class path of its own, so it
 * may use S3Proxy, jclouds and the JDK only; {@code ObjectStoreEngine} of {@code platform/engines} starts it.
 */
@NullMarked
package city.urbanops.objectstore;

import org.jspecify.annotations.NullMarked;
