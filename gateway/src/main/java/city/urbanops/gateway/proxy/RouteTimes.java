package city.urbanops.gateway.proxy;

import city.urbanops.gateway.routing.Route;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How long the requests of a route took, by the hundreds of their status; the path itself holds ids and is no label. */
class RouteTimes {

    private final List<Timer> byHundreds;

    RouteTimes(Route route, MeterRegistry meters) {
        this.byHundreds = IntStream.rangeClosed(1, 5)
                .mapToObj(hundreds -> Timer.builder("urbanops.gateway.requests")
                        .description("From the request's head to the last byte of the answer")
                        .tag("service", route.service().code())
                        .tag("route", route.path())
                        .tag("outcome", hundreds + "xx")
                        .register(meters))
                .toList();
    }

    /** Adds a request that began at that reading of {@link System#nanoTime}. */
    void add(int status, @Nullable Long begunNanos) {
        var hundreds = status / 100;
        if (begunNanos != null && hundreds >= 1 && hundreds <= 5) {
            byHundreds.get(hundreds - 1).record(System.nanoTime() - begunNanos, TimeUnit.NANOSECONDS);
        }
    }
}
