package city.urbanops.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Real reports, and processes that die among them: the books must balance all the same. */
@ExtendWith(Platform.class)
class ReplayDrillIT {

    private static final int PATIENCE_SECONDS = 600;

    private final Platform.Running platform;

    ReplayDrillIT(Platform.Running platform) {
        this.platform = platform;
    }

    @Test
    void the_sample_balances() {
        var json = platform.jsonFile("sample");

        var result = platform.urbanops(PATIENCE_SECONDS, "replay", "--sample", "--json", json.toString());

        assertThat(result.exitCode()).as(result.output()).isZero();
        var books = platform.json(json);
        assertThat(books.path("balanced").asBoolean()).isTrue();
        assertThat(books.path("sent").asInt()).isPositive();
        assertThat(books.path("filed").asInt())
                .isEqualTo(books.path("closed").asInt() + books.path("open").asInt());
    }

    @Test
    void killing_intake_dispatch_and_the_broker_in_the_middle_loses_and_doubles_nothing() {
        var json = platform.jsonFile("drill");

        var replay = platform.startVerb("replay", "--sample", "--rate", "30", "--json", json.toString());
        for (var victim : new String[] {"case-intake", "dispatch", "kafka"}) {
            var before = platform.process(victim);
            awaitTraffic(replay);
            before.destroyForcibly();
            await().atMost(Duration.ofMinutes(2))
                    .ignoreExceptions()
                    .until(() -> platform.process(victim).pid() != before.pid());
        }
        var result = platform.finish(replay, PATIENCE_SECONDS);

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(platform.json(json).path("balanced").asBoolean()).isTrue();
    }

    @Test
    void a_broker_that_does_not_answer_for_half_a_minute_only_delays() throws Exception {
        var json = platform.jsonFile("silence");

        var replay = platform.startVerb("replay", "--sample", "--rate", "30", "--json", json.toString());
        awaitTraffic(replay);
        signal("STOP");
        try {
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, 30, TimeUnit.SECONDS)
                    .get();
        } finally {
            signal("CONT");
        }
        var result = platform.finish(replay, PATIENCE_SECONDS);

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(platform.json(json).path("balanced").asBoolean()).isTrue();
    }

    /** A stopped process is there and silent, which is worse than gone. */
    private void signal(String name) throws IOException, InterruptedException {
        var pid = Long.toString(platform.process("kafka").pid());
        assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor())
                .isZero();
    }

    /** Waits until the replay has printed more than it had. */
    private static void awaitTraffic(Platform.Verb replay) {
        var before = size(replay);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> size(replay) > before || !replay.process().isAlive());
    }

    private static long size(Platform.Verb verb) {
        try {
            return Files.size(verb.output());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
