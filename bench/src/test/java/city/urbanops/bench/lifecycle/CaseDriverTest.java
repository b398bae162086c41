package city.urbanops.bench.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.urbanops.bench.client.Gateway;
import city.urbanops.bench.lifecycle.SeenEvent.SeenTask;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.Workplace;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaseDriverTest {

    private static final String CASE = FakePlatform.CASE_ID;
    private static final String TASK = "0195550a-0000-7000-8000-000000000002";

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Context loop = vertx.getOrCreateContext();
    private final FakePlatform platform = new FakePlatform(vertx);
    private final List<String> told = new CopyOnWriteArrayList<>();
    private CaseDriver driver;

    @BeforeEach
    void drive() {
        var gateway = new Gateway(vertx, platform.platform(), Duration.ofSeconds(10));
        driver = new CaseDriver(vertx, gateway, new TopicLedger("run-"), new LifecycleListener() {
            @Override
            public void accepted(Lifecycle lifecycle) {
                told.add("accepted");
            }

            @Override
            public void refused(Lifecycle lifecycle, String answer) {
                told.add("refused");
            }

            @Override
            public void closed(Lifecycle lifecycle) {
                told.add("closed");
            }

            @Override
            public void failed(Lifecycle lifecycle, String why) {
                told.add("failed");
            }
        });
    }

    @AfterEach
    void stop() {
        platform.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void plays_a_case_from_report_to_closing() {
        // When
        report(true);
        awaitCall("reports");
        seen(reported());
        seen(dispatched(Workplace.TASK_DESK));
        awaitCall("report-handling");
        seen(event(CaseEvents.TASK_HANDED_BACK.name()));
        awaitCall("check-passed");
        seen(event(CaseEvents.CASE_CLOSED.name()));

        // Then
        await().untilAsserted(() -> assertThat(told).containsExactly("accepted", "closed"));
        assertThat(paths()).containsExactly("reports", "sign", "report-handling", "check-passed");
    }

    @Test
    void takes_and_reports_where_the_unit_works() {
        // When
        report(true);
        seen(reported());
        seen(dispatched(Workplace.SANITATION));

        // Then
        awaitCall("complete");
        assertThat(paths()).contains("start").doesNotContain("sign", "accept");
    }

    @Test
    void leaves_a_case_open_that_is_not_to_be_closed() {
        // When
        report(false);
        seen(reported());
        seen(dispatched(Workplace.TASK_DESK));
        report(true); // sent behind whatever the first one led to

        // Then
        await().untilAsserted(() -> assertThat(paths()).hasSizeGreaterThan(1));
        assertThat(paths()).containsExactly("reports", "reports");
    }

    @Test
    void repeats_under_the_same_key_when_the_way_is_broken_or_the_service_away() {
        // Given
        platform.answer("reports", 503, 0, 502, 429);

        // When
        report(true);

        // Then
        await().untilAsserted(() -> assertThat(told).containsExactly("accepted"));
        assertThat(platform.calls()).hasSize(5).containsOnly("reports run-1 token1");
    }

    @Test
    void fetches_another_token_when_one_is_refused() {
        // Given
        platform.answer("reports", 401);

        // When
        report(true);

        // Then
        await().untilAsserted(() -> assertThat(told).containsExactly("accepted"));
        assertThat(platform.calls()).containsExactly("reports run-1 token1", "reports run-1 token2");
    }

    @Test
    void tries_again_when_the_service_has_not_consumed_the_event_yet() {
        // Given
        platform.answer("accept", 404, 404, 409);

        // When
        report(true);
        seen(reported());
        seen(dispatched(Workplace.ENFORCEMENT));

        // Then
        await().untilAsserted(() -> assertThat(paths())
                .filteredOn(path -> !path.equals("reports"))
                .containsExactly("accept", "accept", "accept", "accept", "report"));
    }

    @Test
    void goes_on_when_an_event_shows_the_step_done_although_it_was_refused() {
        // Given
        platform.answer("sign", 409, 409, 409, 409, 409, 409, 409, 409, 409, 409, 409, 409);

        // When
        report(true);
        seen(reported());
        seen(dispatched(Workplace.TASK_DESK));
        awaitCall("sign");
        seen(event(CaseEvents.TASK_SIGNED.name()));

        // Then
        awaitCall("report-handling");
        assertThat(paths()).filteredOn("sign"::equals).hasSizeLessThan(12);
    }

    @Test
    void tells_of_a_refused_report_and_drives_nothing() {
        // Given
        platform.answer("reports", 422);

        // When
        report(true);

        // Then
        await().untilAsserted(() -> assertThat(told).containsExactly("refused"));
    }

    @Test
    void gives_up_a_case_whose_step_is_forbidden() {
        // Given
        platform.answer("sign", 403);

        // When
        report(true);
        seen(reported());
        seen(dispatched(Workplace.TASK_DESK));

        // Then
        await().untilAsserted(() -> assertThat(told).contains("failed"));
    }

    private void report(boolean toBeClosed) {
        var report = new Report("CITIZEN_APP", "text", "E0110", "450202", "run-1", toBeClosed, "sanitation");
        loop.runOnContext(turn -> driver.file(new Lifecycle(report, System.nanoTime())));
    }

    private void seen(SeenEvent event) {
        loop.runOnContext(turn -> driver.seen(List.of(event)));
    }

    private static SeenEvent reported() {
        return EventsOfARun.event(CaseEvents.CASE_REPORTED.name(), CASE, "run-1");
    }

    private static SeenEvent event(String type) {
        return EventsOfARun.event(type, CASE, null);
    }

    private static SeenEvent dispatched(Workplace workplace) {
        return new SeenEvent(
                CaseEvents.TASK_DISPATCHED.name(), "dispatch-1", CASE, 0, null, new SeenTask(TASK, "unit", workplace));
    }

    private void awaitCall(String pathEnd) {
        await().untilAsserted(() -> assertThat(paths()).contains(pathEnd));
    }

    private List<String> paths() {
        return platform.calls().stream()
                .map(call -> call.substring(0, call.indexOf(' ')))
                .toList();
    }
}
