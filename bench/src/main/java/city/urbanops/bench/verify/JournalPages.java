package city.urbanops.bench.verify;

import city.urbanops.bench.client.Answer;
import city.urbanops.bench.client.Gateway;
import city.urbanops.bench.platform.RunningPlatform;
import city.urbanops.commandline.CommandFailure;
import city.urbanops.contracts.ContractJson;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks case-intake, through the gateway, to check journals page by page. */
final class JournalPages implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int CASES = 200;

    private final Vertx vertx;
    private final Gateway gateway;

    JournalPages(RunningPlatform platform) {
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
        gateway = new Gateway(vertx, platform, PATIENCE);
    }

    /**
     * Checks the next cases.
     *
     * @param after the last case checked, absent to begin
     * @throws CommandFailure when the platform refuses or does not answer
     */
    Page next(@Nullable UUID after) {
        var path = "/cases/journal-verification?limit=" + CASES + (after == null ? "" : "&after=" + after);
        var answer = new CompletableFuture<Answer>();
        vertx.runOnContext(
                turn -> gateway.get(path).onSuccess(answer::complete).onFailure(answer::completeExceptionally));
        try {
            return parsed(
                    answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join());
        } catch (CompletionException silent) {
            throw new CommandFailure("The platform does not answer; is it up? See ./urbanops status.", silent);
        }
    }

    private static Page parsed(Answer answer) {
        if (!answer.isDone()) {
            throw new CommandFailure("The platform refuses: " + answer.shown());
        }
        try {
            return ContractJson.mapper().readValue(answer.body().getBytes(), Page.class);
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

    /**
     * What was checked.
     *
     * @param next where to go on, absent after the last case
     */
    record Page(
            int cases,
            int entries,
            List<BrokenLink> broken,
            @Nullable UUID next) {}
}
