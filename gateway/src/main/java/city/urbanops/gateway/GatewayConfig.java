package city.urbanops.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Where the services are, which paths lead to them, and what the gateway allows. */
@ConfigMapping(prefix = "urbanops.gateway")
public interface GatewayConfig {

    /** Base address of the case-intake service, without a path. */
    URI caseIntakeUrl();

    /** Base address of the dispatch service, without a path. */
    URI dispatchUrl();

    /** Base address of the enforcement service, without a path. */
    URI enforcementUrl();

    /** Base address of the sanitation service, without a path. */
    URI sanitationUrl();

    /** Base address of the metrics service, without a path. */
    URI metricsUrl();

    /** The route table; the names only tell the entries apart. */
    Map<String, Route> routes();

    /** How requests are passed on. */
    Proxy proxy();

    /** One entry of the route table. */
    interface Route {

        /** The path and all below it that lead to the service; no trailing slash. */
        String path();

        /** Name of the service. */
        String service();

        /** What takes the path's place at the service; the path itself if absent. */
        Optional<String> to();
    }

    /** Bounds on one request and on the connections to one service. */
    interface Proxy {

        /** Most connections kept to one service. */
        @WithDefault("64")
        int connectionsPerService();

        /** Most requests waiting for a connection to one service; more are answered 503. */
        @WithDefault("1024")
        int waitingPerService();

        /** How long to wait for a connection to a service, in the queue and on the wire. */
        @WithDefault("3S")
        Duration connectTimeout();

        /** How long a service may say nothing before its answer is given up with 504. */
        @WithDefault("30S")
        Duration answerTimeout();

        /** Largest request body in bytes; a larger one is answered 413. */
        @WithDefault("2097152")
        long maxBodyBytes();
    }
}
