package city.urbanops.history.run;

import city.urbanops.bench.client.Answer;
import city.urbanops.bench.client.Call;
import city.urbanops.bench.client.Gateway;
import city.urbanops.bench.client.Request;
import city.urbanops.bench.platform.RunningPlatform;
import city.urbanops.commandline.CommandFailure;
import city.urbanops.contracts.ContractJson;
import city.urbanops.history.run.Batch.Answered;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The running platform, through its gateway, as {@code urbanops-driver}. */
public final class GatewayPlatform implements Platform, AutoCloseable {

    /** A platform that restarts is back within it. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Vertx vertx;
    private final Context loop;
    private final Gateway gateway;

    /** Opens nothing yet. */
    public GatewayPlatform(RunningPlatform platform) {
        vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        loop = vertx.getOrCreateContext();
        gateway = new Gateway(vertx, platform, PATIENCE);
    }

    @Override
    public CompletableFuture<Answered> take(byte[] body) {
        var key = UUID.randomUUID().toString();
        return onLoop(() ->
                        gateway.post(new Request(Call.IMPORT, "/imports", Buffer.buffer(body), key, System.nanoTime())))
                .thenApply(answer -> parsed(answer, Answered.class));
    }

    @Override
    public long holds(String sourceSystem) {
        return onLoop(() -> gateway.get("/imports/" + sourceSystem))
                .thenApply(answer -> parsed(answer, Holdings.class).cases())
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private CompletableFuture<Answer> onLoop(Supplier<Future<Answer>> call) {
        var decision = new CompletableFuture<Answer>();
        loop.runOnContext(turn -> call.get().onComplete(done -> {
            if (done.succeeded()) {
                decision.complete(done.result());
            } else {
                decision.completeExceptionally(done.cause());
            }
        }));
        return decision;
    }

    private static <T> T parsed(Answer answer, Class<T> type) {
        if (!answer.isDone()) {
            throw new CommandFailure("The platform refuses: " + answer.shown());
        }
        try {
            return ContractJson.mapper().readValue(answer.body().getBytes(), type);
        } catch (IOException unexpected) {
            throw new CommandFailure("The platform answers what nobody understands: " + answer.shown(), unexpected);
        }
    }

    @Override
    public void close() {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(5, TimeUnit.SECONDS)
                .join();
    }

    private record Holdings(String sourceSystem, long cases) {}
}
