package city.urbanops.gateway.stream;

import city.urbanops.gateway.identity.Account;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/**
 * One open stream. What it may be behind is bounded by the connection's write queue; a client that does not read is dropped instead of being
 * waited for, and reads the present state anew after it reconnects.
 */
class Listener {

    private static final long LINGER_MILLIS = 1_000;

    private final Account account;
    private final Context context;
    private final HttpServerRequest request;
    private final HttpServerResponse response;

    /** To be made on the request's own context, which all its writes then use. */
    Listener(Account account, Context context, HttpServerRequest request, int maxBytesBehind) {
        this.account = account;
        this.context = context;
        this.request = request;
        this.response = request.response();
        response.setWriteQueueMaxSize(maxBytesBehind);
    }

    Account account() {
        return account;
    }

    /** Begins the answer, so that the client knows it is connected before the first event. */
    void open() {
        response.setStatusCode(200)
                .putHeader("Content-Type", "text/event-stream;charset=UTF-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no")
                .setChunked(true);
        response.write("retry: 3000\n: connected\n\n");
    }

    /** Sends those of the events that the account may see, in their order. */
    void tell(List<LiveEvent> events) {
        var seen = Buffer.buffer();
        for (var event : events) {
            if (account.maySee(event.department(), event.area())) {
                seen.appendBuffer(event.frame());
            }
        }
        if (seen.length() > 0) {
            send(seen);
        }
    }

    /** Sends frames unless the client is too far behind already. */
    void send(Buffer frames) {
        context.runOnContext(now -> write(frames));
    }

    private void write(Buffer frames) {
        if (response.closed() || response.ended()) {
            return;
        }
        if (response.writeQueueFull()) {
            end("dropped: too far behind");
            return;
        }
        response.write(frames);
    }

    /** Ends the stream with a comment that says why; a connection that does not even take that is closed. */
    void close(String reason) {
        context.runOnContext(now -> end(reason));
    }

    private void end(String reason) {
        if (response.closed() || response.ended()) {
            return;
        }
        var closing = context.owner()
                .setTimer(LINGER_MILLIS, timer -> request.connection().close());
        response.end(": " + reason + "\n\n").onComplete(taken -> context.owner().cancelTimer(closing));
    }
}
