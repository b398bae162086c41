package city.urbanops.gateway.stream;

import city.urbanops.gateway.GatewayConfig;
import city.urbanops.gateway.problem.Problem;
import city.urbanops.gateway.problem.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All open streams, and how many there may be. */
@ApplicationScoped
class Listeners {

    private static final Buffer HEARTBEAT = Buffer.buffer(": heartbeat\n\n");

    private final Set<Listener> open = ConcurrentHashMap.newKeySet();
    private final GatewayConfig.Stream bounds;
    private final Vertx vertx;
    private final MeterRegistry meters;

    Listeners(GatewayConfig config, Vertx vertx, MeterRegistry meters) {
        this.bounds = config.stream();
        this.vertx = vertx;
        this.meters = meters;
    }

    /** Streams would keep a draining gateway busy for ever, so they end as soon as the process is told to stop. */
    @PostConstruct
    void start() {
        meters.gaugeCollectionSize("urbanops.stream.listeners", List.of(), open);
        vertx.setPeriodic(bounds.heartbeat().toMillis(), timer -> open.forEach(listener -> listener.send(HEARTBEAT)));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endAll("the gateway stops"), "end-streams"));
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** Takes the listener in; the problem if there are too many already. */
    Optional<Problem> add(Listener listener) {
        if (open.size() >= bounds.maxClients()) {
            return Optional.of(Problems.TOO_MANY_STREAMS);
        }
        if (open.stream()
                        .filter(other -> other.account().isSameAs(listener.account()))
                        .count()
                >= bounds.maxClientsPerAccount()) {
            return Optional.of(Problems.TOO_MANY_OWN_STREAMS);
        }
        open.add(listener);
        return Optional.empty();
    }

    void remove(Listener listener) {
        open.remove(listener);
    }

    void tell(List<LiveEvent> events) {
        open.forEach(listener -> listener.tell(events));
    }

    void endAll(String reason) {
        open.forEach(listener -> listener.close(reason));
    }
}
