package city.urbanops.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A request body that fails once it has given more than so many bytes: the bound for bodies that do not state their length. */
class BoundedBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> source;
    private final long maxBytes;
    private long seen;
    private @Nullable Handler<Throwable> failed;

    BoundedBody(ReadStream<Buffer> source, long maxBytes) {
        this.source = source;
        this.maxBytes = maxBytes;
    }

    /** True once more bytes have come than are allowed. */
    boolean exceeded() {
        return seen > maxBytes;
    }

    @Override
    public BoundedBody handler(@Nullable Handler<Buffer> handler) {
        source.handler(handler == null ? null : chunk -> count(chunk, handler));
        return this;
    }

    private void count(Buffer chunk, Handler<Buffer> next) {
        if (exceeded()) {
            return;
        }
        seen += chunk.length();
        if (!exceeded()) {
            next.handle(chunk);
            return;
        }
        if (failed != null) {
            failed.handle(new IllegalStateException("the body has more than " + maxBytes + " bytes"));
        }
    }

    @Override
    public BoundedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
        failed = handler;
        source.exceptionHandler(handler);
        return this;
    }

    @Override
    public BoundedBody endHandler(@Nullable Handler<Void> handler) {
        source.endHandler(
                handler == null
                        ? null
                        : end -> {
                            if (!exceeded()) {
                                handler.handle(null);
                            }
                        });
        return this;
    }

    @Override
    public BoundedBody pause() {
        source.pause();
        return this;
    }

    @Override
    public BoundedBody resume() {
        source.resume();
        return this;
    }

    @Override
    public BoundedBody fetch(long amount) {
        source.fetch(amount);
        return this;
    }
}
