package city.urbanops.bench.lifecycle;

import city.urbanops.bench.client.CallStatistics;
import city.urbanops.bench.client.Gateway;
import city.urbanops.bench.platform.PlatformTrouble;
import city.urbanops.bench.platform.RunningPlatform;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The driver {@code urbanops-driver} at work for one run: one event loop with the gateway's connections, one thread that reads
 * the topic. All books are kept on the loop; other threads ask through {@link #ask}.
 */
public final class DriverSession implements AutoCloseable {

    private static final Duration ASK_LIMIT = Duration.ofSeconds(30);
    private static final Duration SPARING = Duration.ofMillis(10);

    private final Vertx vertx;
    private final Context loop;
    private final Gateway gateway;
    private final TopicLedger ledger;
    private final CaseDriver driver;
    private final CaseStream stream;

    /**
     * Takes its place on the topic; nothing is filed yet.
     *
     * @param runPrefix what the source numbers of the run start with
     * @param patience how long one call is repeated while the way to a service is broken
     * @throws PlatformTrouble when Kafka does not answer
     */
    public DriverSession(RunningPlatform platform, String runPrefix, Duration patience, LifecycleListener listener) {
        this.vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        this.loop = vertx.getOrCreateContext();
        this.gateway = new Gateway(vertx, platform, patience);
        this.ledger = new TopicLedger(runPrefix);
        this.driver = new CaseDriver(vertx, gateway, ledger, listener);
        try {
            this.stream = CaseStream.open(
                    platform.state().kafkaBootstrap(), events -> loop.runOnContext(turn -> driver.seen(events)));
        } catch (PlatformTrouble unreachable) {
            closeLoop();
            throw unreachable;
        }
    }

    /**
     * Files a report; what becomes of it is told to the listener. Any thread may call it.
     *
     * @param intendedStart the {@link System#nanoTime()} it should be sent at
     */
    public void file(Report report, long intendedStart) {
        loop.runOnContext(turn -> driver.file(new Lifecycle(report, intendedStart)));
    }

    /**
     * Reads books that live on the loop.
     *
     * @throws PlatformTrouble when the topic is no longer read, or the loop does not answer
     */
    public <T> T ask(Supplier<T> question) {
        stream.requireReading();
        var answer = new CompletableFuture<T>();
        loop.runOnContext(turn -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException failure) {
                answer.completeExceptionally(failure);
            }
        });
        try {
            return answer.orTimeout(ASK_LIMIT.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException failure) {
            throw new PlatformTrouble("The driver does not answer: " + failure.getCause(), failure);
        }
    }

    /** Reads the topic for throughput: events are seen up to ten milliseconds late, and cost the broker far less. */
    public void readSparingly() {
        stream.gather(SPARING);
    }

    /** Reads the topic for latency: every event is seen as soon as it is there. */
    public void readAtOnce() {
        stream.gather(Duration.ZERO);
    }

    /** What the topic shows of the run so far; the question runs on the loop. */
    public <T> T fromLedger(Function<TopicLedger, T> question) {
        return ask(() -> question.apply(ledger));
    }

    /** The cost of the calls since the last reset. */
    public CallStatistics.Summary calls() {
        return ask(() -> gateway.statistics().summary());
    }

    /** Starts a new phase of measurement. */
    public void resetCalls() {
        ask(() -> {
            gateway.statistics().reset();
            return true;
        });
    }

    /** Milliseconds the driver lets pass between an event and each kind of call, as learned so far. */
    public Map<String, Long> leadMillis() {
        return ask(driver::leadMillis);
    }

    /** Stops reading and calling; what is under way is dropped. */
    @Override
    public void close() {
        stream.close();
        closeLoop();
    }

    private void closeLoop() {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(5, TimeUnit.SECONDS)
                .join();
    }
}
