package city.urbanops.launcher.platform;

import city.urbanops.engines.EngineFailure;
import city.urbanops.engines.ProcessIdentity;
import city.urbanops.engines.RunState;
import city.urbanops.engines.RunState.RunningProcess;
import city.urbanops.engines.Secrets;
import city.urbanops.launcher.Workspace;
import city.urbanops.launcher.checks.MemoryCheck;
import city.urbanops.launcher.checks.PortCheck;
import city.urbanops.launcher.checks.PortHolder;
import city.urbanops.launcher.console.Screen;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run of the platform, from the checks before it to the last process that ends. */
public final class Supervisor {

    private static final Duration SERVICE_PATIENCE = Duration.ofSeconds(30);
    private static final Duration ENGINE_PATIENCE = Duration.ofSeconds(30);
    private static final Duration ABANDON_PATIENCE = Duration.ofSeconds(10);
    private static final Duration ORPHAN_PATIENCE = Duration.ofSeconds(15);
    private static final Duration WATCH_INTERVAL = Duration.ofMillis(200);
    private static final Duration ROTATION_INTERVAL = Duration.ofMinutes(1);

    private final Workspace workspace;
    private final RunOptions options;
    private final Screen screen;
    private final Journal journal;
    private final Secrets secrets;
    private final Path data;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    private final CountDownLatch stopped = new CountDownLatch(1);

    private @Nullable RunLock lock;
    private @Nullable StateFile state;
    private List<Keeper> engines = List.of();
    private List<Keeper> services = List.of();
    private boolean stopping;

    /** Prepares a run; nothing happens yet. */
    public Supervisor(Workspace workspace, RunOptions options, Screen screen) {
        this.workspace = workspace;
        this.options = options;
        this.screen = screen;
        this.journal = new Journal(workspace.log("supervisor"), screen::say);
        this.secrets = Secrets.of(workspace.home());
        this.data = options.ephemeral()
                ? workspace
                        .ephemeral()
                        .resolve(Long.toString(ProcessHandle.current().pid()))
                : workspace.data();
    }

    /**
     * Starts everything; returns once all is ready. When it throws, call {@link #stop}.
     *
     * @throws city.urbanops.launcher.Refusal when a person has to do something first
     * @throws EngineFailure when a process does not come up or dies meanwhile
     */
    public void start() {
        List<ServiceSpec> specs = ServiceCatalog.services(options, secrets);
        takeOver();
        new MemoryCheck(Path.of("/proc/meminfo")).requireEnough();
        new PortCheck(new PortHolder(Path.of("/proc")))
                .requireFree(options.ports().needed(specs));
        StateFile file = new StateFile(workspace, blankState(), ServiceCatalog.processNames());
        StartSequence sequence = new StartSequence(executor, screen);
        prepare(file, sequence);
        file.write();
        again(() -> tick(file), WATCH_INTERVAL);
        again(this::rotateLogs, ROTATION_INTERVAL);
        journal.detail("starting, data in " + data);
        sequence.run(engines.subList(0, 2), engines.subList(2, engines.size()), services);
        Stream.concat(engines.stream(), services.stream()).forEach(Keeper::restartFromNowOn);
        journal.detail("everything is ready");
    }

    /** Waits until {@link #stop} has ended. */
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    /** Stops the services, which drain, then Keycloak, the object store, Kafka and PostgreSQL. May be called at any time, more than once. */
    public void stop() {
        synchronized (this) {
            if (stopping) {
                return;
            }
            stopping = true;
        }
        watch.shutdownNow();
        screen.clear();
        if (state != null) {
            journal.say("Stopping UrbanOps");
            abandonStarts();
            stopAll();
            state.clear();
            journal.detail("stopped");
        }
        removeEphemeral();
        if (lock != null) {
            lock.close();
        }
        stopped.countDown();
    }

    /** Returns whether {@link #stop} has been called. */
    public synchronized boolean isStopping() {
        return stopping;
    }

    /** Notes a failure with its stack trace in the supervisor's log. */
    public void note(Throwable failure) {
        journal.failure(failure);
    }

    /** With the lock in hand, whatever an earlier state file tells of has lost its supervisor. */
    private void takeOver() {
        lock = RunLock.take(workspace);
        RunState.read(workspace.home()).ifPresent(left -> {
            journal.say("an earlier run has ended without stopping its processes; stopping them first");
            new Orphans(ORPHAN_PATIENCE).stop(left, journal::say);
            RunState.delete(workspace.home());
        });
        EphemeralData.remove(workspace.ephemeral());
    }

    private void prepare(StateFile file, StartSequence sequence) {
        Components components = new Components(workspace, options, secrets, data);
        engines = Stream.of(components.postgres(), components.kafka(), components.objectStore(), components.keycloak())
                .map(component -> keeper(component, file, sequence))
                .toList();
        services = components.services().stream()
                .map(component -> keeper(component, file, sequence))
                .toList();
        state = file;
        // what the engines and services write may hold what is nobody else's business
        Stream.of(workspace.logs(), data.resolve("kafka"), data.resolve("object-store"), data.resolve("keycloak"))
                .forEach(PrivateDirectory::make);
    }

    private Keeper keeper(Component component, StateFile file, StartSequence sequence) {
        return new Keeper(component, executor, file, journal, (name, why) -> sequence.fail(new EngineFailure(why)));
    }

    private RunState blankState() {
        return new RunState(
                ProcessIdentity.current(),
                options.ephemeral(),
                Instant.now(),
                "http://localhost:" + options.ports().http(),
                "http://localhost:" + options.ports().keycloak(),
                "localhost:" + options.ports().kafka(),
                options.ports().postgres(),
                List.of());
    }

    private void again(Runnable work, Duration interval) {
        var unused =
                watch.scheduleWithFixedDelay(work, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tick(StateFile file) {
        screen.refresh();
        file.sawChildren(ProcessHandle.current()
                .children()
                .map(child -> new RunningProcess(
                        "starting", child.pid(), ProcessIdentity.of(child).startedAt(), 0, "")));
    }

    /** A full disk must not end the rotation for good: an exception would. */
    private void rotateLogs() {
        try {
            new LogRotation(workspace.logs()).rotate();
        } catch (UncheckedIOException e) {
            journal.failure(e);
        }
    }

    private void stopAll() {
        List<Thread> draining = services.stream()
                .map(service -> new Thread(() -> stop(service, SERVICE_PATIENCE), "stop-" + service.name()))
                .toList();
        draining.forEach(Thread::start);
        draining.forEach(Supervisor::join);
        for (int i = engines.size() - 1; i >= 0; i--) {
            stop(engines.get(i), ENGINE_PATIENCE);
        }
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    /** An interrupted start ends its own process; what does not listen (unpacking, initdb) is ended by force. */
    private void abandonStarts() {
        services.forEach(Keeper::startNoMore);
        engines.forEach(Keeper::startNoMore);
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(ABANDON_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                journal.detail("a start did not end in time; its process is killed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop(Keeper keeper, Duration patience) {
        if (!keeper.hasStarted()) {
            return;
        }
        boolean graceful = keeper.stop(patience);
        screen.done(
                keeper.name(), graceful ? "stopped" : "killed: it did not stop within " + patience.toSeconds() + " s");
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void removeEphemeral() {
        if (options.ephemeral()) {
            EphemeralData.remove(data);
        }
    }
}
