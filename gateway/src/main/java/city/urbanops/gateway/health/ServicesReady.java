package city.urbanops.gateway.health;

import city.urbanops.gateway.GatewayConfig;
import city.urbanops.gateway.Service;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Up only when every service behind the gateway says it is ready, consumers included (DESIGN §9). */
@Readiness
@ApplicationScoped
class ServicesReady implements AsyncHealthCheck {

    private final Map<Service, ServiceProbe> probes;

    ServicesReady(Vertx vertx, GatewayConfig config) {
        var client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(1_000), new PoolOptions().setHttp1MaxSize(2));
        this.probes = new EnumMap<>(Arrays.stream(Service.values())
                .collect(Collectors.toMap(
                        Function.identity(), service -> new ServiceProbe(client, service.address(config)))));
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        var asked = List.copyOf(probes.keySet());
        return Uni.join()
                .all(probes.values().stream().map(ServiceProbe::state).toList())
                .andCollectFailures()
                .map(states -> answer(asked, states));
    }

    private static HealthCheckResponse answer(List<Service> asked, List<ServiceState> states) {
        var response =
                HealthCheckResponse.named("services").status(states.stream().allMatch(ServiceState::ready));
        for (var i = 0; i < asked.size(); i++) {
            response.withData(asked.get(i).code(), states.get(i).text());
        }
        return response.build();
    }
}
