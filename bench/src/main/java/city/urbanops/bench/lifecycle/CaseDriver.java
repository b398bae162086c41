package city.urbanops.bench.lifecycle;

import city.urbanops.bench.client.Answer;
import city.urbanops.bench.client.Backoff;
import city.urbanops.bench.client.Call;
import city.urbanops.bench.client.Gateway;
import city.urbanops.bench.client.Lead;
import city.urbanops.bench.client.Request;
import city.urbanops.bench.lifecycle.SeenEvent.SeenTask;
import city.urbanops.bench.lifecycle.SiteCalls.Target;
import city.urbanops.contracts.cases.CaseEvents;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files reports and plays everybody's part until their cases are closed. The events decide what comes next: an answer that was
 * lost, or a step that somebody else did, changes nothing. Lives on the event loop.
 */
final class CaseDriver {

    private static final Buffer NOTHING_TO_ADD = Buffer.buffer("{}");
    /** How long a service may take to consume an event that the driver has already seen. */
    private static final Duration CATCHING_UP = Duration.ofSeconds(90);

    /** How long the same report may still be running after its first answer was lost. */
    private static final Duration STILL_RUNNING = Duration.ofSeconds(40);

    private final Vertx vertx;
    private final Gateway gateway;
    private final TopicLedger ledger;
    private final LifecycleListener listener;
    private final Map<String, Lifecycle> bySource = new HashMap<>();
    private final Map<String, Lifecycle> byCase = new HashMap<>();
    private final Map<Call, Lead> leads = new EnumMap<>(Call.class);

    CaseDriver(Vertx vertx, Gateway gateway, TopicLedger ledger, LifecycleListener listener) {
        this.vertx = vertx;
        this.gateway = gateway;
        this.ledger = ledger;
        this.listener = listener;
    }

    void file(Lifecycle lifecycle) {
        bySource.put(lifecycle.report().sourceNo(), lifecycle);
        report(lifecycle, System.nanoTime() + STILL_RUNNING.toNanos(), 1);
    }

    private void report(Lifecycle lifecycle, long deadline, int attempt) {
        Report report = lifecycle.report();
        gateway.post(new Request(Call.REPORT, "/reports", report.body(), report.sourceNo(), lifecycle.intendedStart()))
                .onSuccess(answer -> reported(lifecycle, answer, deadline, attempt))
                .onFailure(trouble -> fail(lifecycle, String.valueOf(trouble.getMessage())));
    }

    private void reported(Lifecycle lifecycle, Answer answer, long deadline, int attempt) {
        if (answer.isDone()) {
            bind(lifecycle, answer.body().toJsonObject().getString("caseId"));
            accepted(lifecycle);
            return;
        }
        if (answer.status() == 409 && lifecycle.caseId() != null) {
            accepted(lifecycle); // the answer was lost, the case is there
            return;
        }
        if (answer.status() == 409 && System.nanoTime() < deadline) {
            later(Backoff.CATCHING_UP.millisAfter(attempt), () -> report(lifecycle, deadline, attempt + 1));
            return;
        }
        bySource.remove(lifecycle.report().sourceNo());
        listener.refused(lifecycle, answer.shown());
    }

    private void accepted(Lifecycle lifecycle) {
        lifecycle.accept(System.nanoTime());
        listener.accepted(lifecycle);
        if (lifecycle.isAcceptedAndDispatched()) {
            listener.dispatched(lifecycle);
        }
    }

    private void bind(Lifecycle lifecycle, @Nullable String caseId) {
        if (caseId != null && lifecycle.caseId() == null) {
            lifecycle.bind(caseId);
            byCase.put(caseId, lifecycle);
        }
    }

    void seen(List<SeenEvent> events) {
        for (SeenEvent event : events) {
            if (ledger.note(event)) {
                follow(event);
            }
        }
    }

    private void follow(SeenEvent event) {
        if (event.sourceNo() != null) {
            Lifecycle reported = bySource.get(event.sourceNo());
            if (reported != null) {
                bind(reported, event.caseId());
            }
        }
        Lifecycle lifecycle = byCase.get(event.caseId());
        if (lifecycle == null) {
            return;
        }
        lifecycle.see(event.type());
        if (event.task() != null && lifecycle.task() == null) {
            dispatched(lifecycle, event.task(), event.seenAt());
        } else if (event.type().equals(CaseEvents.TASK_HANDED_BACK.name())) {
            begin(lifecycle, Step.CHECK);
        } else if (event.type().equals(CaseEvents.CASE_CLOSED.name())) {
            byCase.remove(event.caseId());
            bySource.remove(lifecycle.report().sourceNo());
            listener.closed(lifecycle);
        }
    }

    private void dispatched(Lifecycle lifecycle, SeenTask task, long seenAt) {
        lifecycle.dispatch(task, seenAt);
        if (lifecycle.isAcceptedAndDispatched()) {
            listener.dispatched(lifecycle);
        }
        begin(lifecycle, Step.TAKE);
    }

    private void begin(Lifecycle lifecycle, Step step) {
        if (!lifecycle.report().toBeClosed() || !lifecycle.begin(step)) {
            return;
        }
        Target target = target(lifecycle, step);
        later(lead(target.call()).millis(), () -> attempt(lifecycle, step, target, deadline(), 0));
    }

    private static Target target(Lifecycle lifecycle, Step step) {
        SeenTask task = lifecycle.task();
        if (step == Step.CHECK || task == null) {
            return new Target(Call.CHECK_PASSED, "/cases/" + lifecycle.caseId() + "/actions/check-passed");
        }
        return SiteCalls.of(step, task);
    }

    private void attempt(Lifecycle lifecycle, Step step, Target target, long deadline, int early) {
        if (lifecycle.hasShown(step)) {
            after(lifecycle, step);
            return;
        }
        // one key for all attempts: a refusal is not kept, and after a lost answer the same key brings the kept one
        String key = lifecycle.report().sourceNo() + "-" + step;
        gateway.post(new Request(target.call(), target.path(), NOTHING_TO_ADD, key, System.nanoTime()))
                .onSuccess(answer -> decided(lifecycle, step, target, deadline, early, answer))
                .onFailure(trouble -> fail(lifecycle, String.valueOf(trouble.getMessage())));
    }

    private void decided(Lifecycle lifecycle, Step step, Target target, long deadline, int early, Answer answer) {
        if (answer.isDone()) {
            if (early == 0) {
                lead(target.call()).inTime();
            }
            after(lifecycle, step);
        } else if (answer.isNotYet() && System.nanoTime() < deadline) {
            if (early == 0) {
                lead(target.call()).early();
            }
            later(
                    lead(target.call()).millisAfterEarly(early + 1),
                    () -> attempt(lifecycle, step, target, deadline, early + 1));
        } else {
            fail(lifecycle, target.call().label() + " was answered with " + answer.shown());
        }
    }

    /** Handled and checked are followed by an event; only taking is followed by the unit itself. */
    private void after(Lifecycle lifecycle, Step step) {
        if (step == Step.TAKE) {
            begin(lifecycle, Step.HANDLE);
        }
    }

    private void fail(Lifecycle lifecycle, String why) {
        bySource.remove(lifecycle.report().sourceNo());
        listener.failed(lifecycle, why);
    }

    private Lead lead(Call call) {
        return leads.computeIfAbsent(call, first -> new Lead());
    }

    private void later(long millis, Runnable action) {
        if (millis <= 0) {
            action.run();
            return;
        }
        vertx.setTimer(millis, timer -> action.run());
    }

    private static long deadline() {
        return System.nanoTime() + CATCHING_UP.toNanos();
    }

    /** How long the driver lets pass before each kind of call, as learned so far. */
    Map<String, Long> leadMillis() {
        var learned = new HashMap<String, Long>();
        leads.forEach((call, lead) -> learned.put(call.label(), lead.millis()));
        return learned;
    }
}
