package city.urbanops.launcher.platform;

import java.time.Duration;
import java.util.Map;

/**
 * One service and how it is to run.
 *
 * @param name process name, log file and CloudEvents source
 * @param module directory of its Maven module
 * @param port its HTTP port on the loopback address
 * @param environment what is added to the environment the launcher itself has
 */
public record ServiceSpec(String name, String module, int port, Map<String, String> environment) {

    /** Keeps its own copy of the environment. */
    public ServiceSpec {
        environment = Map.copyOf(environment);
    }

    private static final int HEAP = 256;
    private static final int HEAP_WITH_PHOTOS = 416;

    /** Generous, because the wait is visible and a service that dies is noticed at once; a laptop may be busy. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** The gateway is ready when all are, so it must not be the first to be given up. */
    private static final Duration GATEWAY_PATIENCE = PATIENCE.plusMinutes(1);

    /** Returns how large its heap may grow; intake's has to hold a decoded photo twice, 16 million pixels each. */
    public int heapMegabytes() {
        return name.equals("case-intake") ? HEAP_WITH_PHOTOS : HEAP;
    }

    /** Returns how long it may take until it is ready. */
    public Duration patience() {
        return name.equals(ServiceCatalog.GATEWAY) ? GATEWAY_PATIENCE : PATIENCE;
    }

    /** Returns where it answers 200 once it can work. */
    public String readinessUrl() {
        return "http://127.0.0.1:" + port + "/q/health/ready";
    }
}
