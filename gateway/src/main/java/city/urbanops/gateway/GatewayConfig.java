package city.urbanops.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

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

    /** How often a client may ask. */
    Limits limits();

    /** Live updates. */
    Stream stream();

    /** Sign-in for browsers. */
    SignIn signIn();

    /** One entry of the route table. */
    interface Route {

        /** The path and all below it that lead to the service; no trailing slash. */
        String path();

        /** Name of the service. */
        String service();

        /** What takes the path's place at the service; the path itself if absent. */
        Optional<String> to();

        /** Largest request body in bytes; {@link Proxy#maxBodyBytes} if absent. */
        OptionalLong maxBodyBytes();

        /**
         * How long a request may take until the first byte of its answer, its body included; {@link Proxy#answerTimeout} if absent. A route
         * with a time of its own has connections of its own, so that slow requests do not use up those of others.
         */
        Optional<Duration> answerTimeout();
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

    /** Token buckets: one for each signed-in account and client, one for each address that is not signed in. */
    interface Limits {

        /** For an account, so generous that only a runaway program meets it. */
        Bucket account();

        /** For an address without a verified token. */
        Bucket anonymous();

        /** OAuth clients without a limit; they exist in the local realm only (DESIGN §9). */
        @WithDefault("urbanops-driver")
        Set<String> exemptClients();

        /** A bucket that refills evenly. */
        interface Bucket {

            /** Requests a second, sustained. */
            long perSecond();

            /** Requests at once, after a quiet time. */
            long burst();
        }
    }

    /** Bounds on the clients of {@code GET /api/v1/events/stream}. */
    interface Stream {

        /** Most open streams in all; more are answered 503. */
        @WithDefault("2000")
        int maxClients();

        /** Most open streams of one account; more are answered 429. */
        @WithDefault("20")
        int maxClientsPerAccount();

        /** Bytes a client may be behind before it is dropped. */
        @WithDefault("262144")
        int maxBytesBehind();

        /** How often a silent stream shows that it lives. */
        @WithDefault("15S")
        Duration heartbeat();
    }

    /** The code flow; its endpoints follow from where Keycloak is. */
    interface SignIn {

        /** Off until a client secret is configured. */
        @WithDefault("false")
        boolean enabled();

        /** The secret of the client {@code urbanops-gateway}. */
        Optional<String> clientSecret();

        /** At least 32 characters, the same for all gateways; without it sessions end with the process. */
        String sessionKey();

        /** Whether the start page names the demo accounts, which exist in the local realm only. */
        @WithDefault("false")
        boolean demoAccounts();
    }
}
