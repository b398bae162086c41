package city.urbanops.gateway.proxy;

import city.urbanops.gateway.GatewayConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;

/**
 * The kept-alive connections to one service.
 *
 * @param client its own pool
 * @param address where every request goes
 */
record Backend(HttpClient client, RequestOptions address) {

    static Backend at(URI uri, Vertx vertx, GatewayConfig.Proxy bounds, Duration answerTimeout) {
        var options = new HttpClientOptions()
                .setKeepAlive(true)
                .setPipelining(false)
                .setTcpNoDelay(true)
                .setDecompressionSupported(false)
                .setMaxWaitQueueSize(bounds.waitingPerService())
                .setConnectTimeout((int) bounds.connectTimeout().toMillis());
        var pool = new PoolOptions().setHttp1MaxSize(bounds.connectionsPerService());
        return new Backend(vertx.createHttpClient(options, pool), address(uri, bounds, answerTimeout));
    }

    private static RequestOptions address(URI uri, GatewayConfig.Proxy bounds, Duration answerTimeout) {
        var tls = "https".equals(uri.getScheme());
        var standardPort = tls ? 443 : 80;
        return new RequestOptions()
                .setHost(uri.getHost())
                .setPort(uri.getPort() > 0 ? uri.getPort() : standardPort)
                .setSsl(tls)
                .setConnectTimeout(bounds.connectTimeout().toMillis())
                .setIdleTimeout(answerTimeout.toMillis());
    }

    /** A request on a connection of the pool; fails with {@link ServiceAway} if there is none to be had. */
    Future<HttpClientRequest> request() {
        return client.request(new RequestOptions(address))
                .map(Backend::quiet)
                .recover(failure -> Future.failedFuture(new ServiceAway(failure)));
    }

    /** The failure of a request reaches the proxy as the failure of its answer; without a handler of its own it would be logged a second time. */
    private static HttpClientRequest quiet(HttpClientRequest request) {
        return request.exceptionHandler(failure -> {});
    }
}
