package city.urbanops.bench.lifecycle;

import city.urbanops.bench.platform.RunningPlatform;
import city.urbanops.engines.ProcessIdentity;
import city.urbanops.engines.RunState;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A gateway and a token issuer that answer as they are told: each call takes the next of the statuses set for its path's end, 200
 * (201 for a report) when none is left, and status 0 breaks the connection.
 */
final class FakePlatform implements AutoCloseable {

    static final String CASE_ID = "0195550a-0000-7000-8000-000000000001";

    private final Map<String, Queue<Integer>> statuses = new HashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private int tokens;

    FakePlatform(Vertx vertx) {
        this.server = vertx.createHttpServer().requestHandler(this::answer);
        server.listen(0, "localhost").toCompletionStage().toCompletableFuture().join();
    }

    /** Lets the next calls of this end of a path be answered so. */
    void answer(String pathEnd, Integer... next) {
        statuses.put(pathEnd, new ArrayDeque<>(List.of(next)));
    }

    /** Every call so far, as {@code pathEnd key token}. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    RunningPlatform platform() {
        String url = "http://localhost:" + server.actualPort();
        return new RunningPlatform(
                new RunState(ProcessIdentity.current(), true, Instant.EPOCH, url, url, "localhost:9", 9, List.of()),
                "unused");
    }

    private void answer(HttpServerRequest request) {
        if (request.path().endsWith("/token")) {
            tokens++;
            request.response()
                    .end(new JsonObject()
                            .put("access_token", "token" + tokens)
                            .put("expires_in", 60)
                            .toBuffer());
            return;
        }
        String pathEnd = request.path().substring(request.path().lastIndexOf('/') + 1);
        calls.add(pathEnd + " " + request.getHeader("Idempotency-Key") + " "
                + request.getHeader("Authorization").replace("Bearer ", ""));
        Integer told = statuses.getOrDefault(pathEnd, new ArrayDeque<>()).poll();
        if (told != null && told == 0) {
            var unused = request.connection().close();
            return;
        }
        int status = told != null ? told : pathEnd.equals("reports") ? 201 : 200;
        request.response()
                .setStatusCode(status)
                .end(new JsonObject().put("caseId", CASE_ID).toBuffer());
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
