package city.urbanops.gateway;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.ConfigProvider;

/** The gateway as a client sees it. */
final class Door {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI base = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));

    static HttpRequest.BodyPublisher bytes(int count) {
        return HttpRequest.BodyPublishers.ofByteArray(new byte[count]);
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(base.resolve(path));
    }

    HttpRequest.Builder to(String path, String token) {
        return to(path).header("Authorization", "Bearer " + token);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> sendLater(HttpRequest.Builder request) {
        return HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(to(path));
    }

    /** What the service behind the path received. */
    JsonObject echo(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new JsonObject(send(request).body());
    }

    /** Sends exactly these lines, which no well-behaved client would, and returns the whole answer. */
    String raw(String... lines) throws IOException {
        try (var socket = socket()) {
            var text = String.join("\r\n", lines) + "\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    Socket socket() throws IOException {
        var socket = new Socket(base.getHost(), base.getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** Stops or starts a service behind the gateway. */
    void control(String service, String command) throws IOException, InterruptedException {
        var control = ConfigProvider.getConfig().getValue("echo.control", String.class);
        var request = HttpRequest.newBuilder(URI.create(control + "/" + service + "/" + command));
        if (send(request).statusCode() != 200) {
            throw new IllegalStateException("the echo service did not " + command);
        }
    }
}
