package city.urbanops.launcher.platform;

import city.urbanops.engines.RunState.RunningProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one component running: starts it, and starts it again when it dies. Before {@link #restartFromNowOn} a death is
 * reported instead, because something that dies while the platform starts will not get better by itself.
 */
final class Keeper {

    private static final int LAST_WORDS = 2;

    private final Component component;
    private final Executor executor;
    private final StateFile state;
    private final Journal journal;
    private final BiConsumer<String, String> diedWhileStarting;
    private final BackOff backOff = new BackOff();
    private final CountDownLatch stopping = new CountDownLatch(1);

    private @Nullable Child child;
    private long startedAt;
    private boolean restarting;

    /**
     * Keeps this component.
     *
     * @param diedWhileStarting gets the component's name and a sentence when it dies before all are up
     */
    Keeper(
            Component component,
            Executor executor,
            StateFile state,
            Journal journal,
            BiConsumer<String, String> diedWhileStarting) {
        this.component = component;
        this.executor = executor;
        this.state = state;
        this.journal = journal;
        this.diedWhileStarting = diedWhileStarting;
    }

    String name() {
        return component.name();
    }

    /** Starts the component for the first time; returns once it answers. Throws what its starter throws. */
    void start(Consumer<String> progress) {
        adopt(component.starter().start(progress));
    }

    /** From now on a death is answered by a new start. */
    synchronized void restartFromNowOn() {
        restarting = true;
    }

    /** Takes its next death, and one that is being answered just now, for the end. */
    void startNoMore() {
        stopping.countDown();
    }

    /** Returns whether there is, or was, a process. */
    boolean hasStarted() {
        return current() != null;
    }

    /** Ends the component and never starts it again. Returns whether it ended gracefully; true when it was not running. */
    boolean stop(Duration patience) {
        startNoMore();
        Child current = current();
        return current == null || current.stop(patience);
    }

    /** A start that was under way while the platform was told to stop must not leave its process behind. */
    private void adopt(Child started) {
        synchronized (this) {
            child = started;
            startedAt = System.nanoTime();
        }
        if (isStopping()) {
            started.stop(Duration.ofSeconds(5));
            return;
        }
        state.running(started.describe());
        var unused = started.onExit()
                .thenAcceptAsync(code -> died(started.describe(), code), executor)
                .exceptionally(failure -> {
                    journal.failure(failure);
                    return null;
                });
    }

    private void died(RunningProcess process, int exitCode) {
        if (isStopping()) {
            return;
        }
        String sentence = process.name() + " (process " + process.pid() + ") ended, " + meaning(exitCode)
                + "; last words: " + String.join(" | ", LogTail.of(Path.of(process.log()), LAST_WORDS));
        journal.say(sentence);
        if (!shallRestart()) {
            diedWhileStarting.accept(name(), sentence + "; its log is " + process.log());
            return;
        }
        restart();
    }

    private void restart() {
        Duration life = life();
        while (!isStopping()) {
            Duration wait = backOff.after(life);
            life = Duration.ZERO;
            journal.say("starting " + name() + " again in " + wait.toMillis() + " ms");
            if (stopsWithin(wait)) {
                return;
            }
            try {
                Child again = component.starter().start(step -> journal.detail(name() + ": " + step));
                state.restarted(name());
                adopt(again);
                journal.say(name() + " is back (process " + again.describe().pid() + ")");
                return;
            } catch (RuntimeException e) {
                journal.say(name() + " did not come back: " + e.getMessage());
            }
        }
    }

    private boolean stopsWithin(Duration wait) {
        try {
            return stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** On Linux an exit code above 128 is a signal, and 137 most often the kernel short of memory, or a person. */
    static String meaning(int exitCode) {
        return exitCode > 128 ? "killed by signal " + (exitCode - 128) : "exit code " + exitCode;
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private synchronized boolean shallRestart() {
        return restarting;
    }

    private synchronized @Nullable Child current() {
        return child;
    }

    private synchronized Duration life() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }
}
