package city.urbanops.testkit;

import city.urbanops.engines.EngineFailure;
import city.urbanops.engines.PostgresServer;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * The one set of engines of a test JVM. Quarkus loads test resources and tests in several class loaders, each with its
 * own statics; what they all share are the system properties, so the addresses are kept there.
 */
final class SharedEngines {

    private static final String PREFIX = "urbanops.testkit.";

    /** The same object in every class loader. */
    private static final Object THIS_JVM = Runtime.getRuntime();

    private SharedEngines() {}

    /** Starts those of the engines that do not run yet, side by side. */
    static void ensure(Set<Engine> engines) {
        synchronized (THIS_JVM) {
            List<Engine> missing =
                    engines.stream().filter(engine -> !isStarted(engine)).toList();
            if (!missing.isEmpty()) {
                startAll(EngineSource.chosen(), missing);
            }
        }
    }

    private static void startAll(EngineSource source, List<Engine> missing) {
        ExecutorService threads = Executors.newFixedThreadPool(missing.size());
        try {
            CompletableFuture.allOf(missing.stream()
                            .map(engine -> CompletableFuture.runAsync(() -> source.start(engine), threads))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof EngineFailure failure) {
                throw failure;
            }
            throw e;
        } finally {
            threads.shutdown();
        }
    }

    static boolean isStarted(Engine engine) {
        return System.getProperty(PREFIX + engine.id() + ".address") != null;
    }

    /** Returns {@code host:port} of a started engine. */
    static String address(Engine engine) {
        String address = System.getProperty(PREFIX + engine.id() + ".address");
        if (address == null) {
            throw new IllegalStateException(engine + " was not started: annotate the test with"
                    + " @QuarkusTestResource(UrbanOpsEngines.class) or call UrbanOpsEngines.require(...)");
        }
        return address;
    }

    static void started(Engine engine, String address) {
        System.setProperty(PREFIX + engine.id() + ".address", address);
    }

    /** Runs something at most once per JVM; a second caller waits for the first. */
    static void once(String name, Runnable action) {
        synchronized (THIS_JVM) {
            if (System.getProperty(PREFIX + name) == null) {
                action.run();
                System.setProperty(PREFIX + name, "done");
            }
        }
    }

    /**
     * Returns a value all class loaders agree on, making it at the first call. The maker must be quick: it holds the lock of
     * the system properties, and not ours, because the threads that start engines call this while their starter holds ours.
     */
    static String shared(String name, Supplier<String> maker) {
        return (String) System.getProperties().computeIfAbsent(PREFIX + name, key -> maker.get());
    }

    static void share(String name, String value) {
        System.setProperty(PREFIX + name, value);
    }

    /** Returns the password of every role of this JVM's throw-away servers. */
    static String password() {
        return shared("password", () -> {
            byte[] bytes = new byte[16];
            new SecureRandom().nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        });
    }

    static PostgresServer postgres() {
        String address = address(Engine.POSTGRES);
        int colon = address.lastIndexOf(':');
        return new PostgresServer(
                address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)), password());
    }
}
