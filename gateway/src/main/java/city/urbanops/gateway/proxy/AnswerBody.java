package city.urbanops.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * An answer's body that, when it breaks off, closes the client's connection before anybody else hears of it. The proxy would reset the response,
 * and in Vert.x 4.5 a reset response never tells its end: a draining server would wait for it in vain.
 */
class AnswerBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> source;
    private final HttpConnection client;

    AnswerBody(ReadStream<Buffer> source, HttpConnection client) {
        this.source = source;
        this.client = client;
    }

    @Override
    public AnswerBody exceptionHandler(@Nullable Handler<Throwable> handler) {
        source.exceptionHandler(handler == null ? null : failure -> closeBefore(() -> handler.handle(failure)));
        return this;
    }

    /** The future of closing completes too early: the response hears of the close just before this handler does. */
    private void closeBefore(Runnable next) {
        client.closeHandler(closed -> next.run());
        client.close();
    }

    @Override
    public AnswerBody handler(@Nullable Handler<Buffer> handler) {
        source.handler(handler);
        return this;
    }

    @Override
    public AnswerBody endHandler(@Nullable Handler<Void> handler) {
        source.endHandler(handler);
        return this;
    }

    @Override
    public AnswerBody pause() {
        source.pause();
        return this;
    }

    @Override
    public AnswerBody resume() {
        source.resume();
        return this;
    }

    @Override
    public AnswerBody fetch(long amount) {
        source.fetch(amount);
        return this;
    }
}
