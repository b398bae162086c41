package city.urbanops.gateway.web;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/** Plain-text HTTP/2 is off: it costs more than it gives on one machine, and every HTTP/1.1 client gets by without the upgrade. */
@ApplicationScoped
class ServerOptions implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false).setTcpNoDelay(true);
    }
}
