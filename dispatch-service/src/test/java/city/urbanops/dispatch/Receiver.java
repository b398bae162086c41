package city.urbanops.dispatch;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A unit's own system that is told of tasks; it can be made to refuse. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile int status = 204;

    /** A call as it came in. */
    record Call(String signature, String authorization, String body) {}

    Receiver() {
        this(0);
    }

    /** On a port of one's own choice. */
    Receiver(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            calls.add(new Call(
                    exchange.getRequestHeaders().getFirst("UrbanOps-Signature"),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    body));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/tasks";
    }

    void answers(int newStatus) {
        status = newStatus;
    }

    /** What it was told about a case, refused calls included, in order. */
    List<Call> about(Object caseId) {
        return calls.stream()
                .filter(call -> call.body().contains(caseId.toString()))
                .toList();
    }

    /** Everything it was told, refused calls included, in order. */
    List<Call> all() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
