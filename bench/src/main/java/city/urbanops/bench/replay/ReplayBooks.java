package city.urbanops.bench.replay;

import city.urbanops.bench.lifecycle.Lifecycle;
import city.urbanops.bench.lifecycle.LifecycleListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a replay knows of its own reports. The loop writes, the reading thread waits for room; so every access is guarded by this
 * object's lock.
 *
 * <p>A report takes a place from its sending until it is answered, and, when it is to be closed, until it is closed; one that
 * gets no task for a while gives its place back, because it may wait for a dispatcher for days.
 */
final class ReplayBooks implements LifecycleListener {

    private static final int REASONS_KEPT = 5;

    /** A case without a task after this long gives its place to another; it is served when its task comes. */
    private static final Duration WAIT_FOR_TASK = Duration.ofSeconds(5);

    private static final int LOOK_AGAIN_MILLIS = 500;
    /** Sending stops when so many could not go on: the platform is broken, and the rest would only wait in vain. */
    private static final int MOST_UNFINISHED = 20;
    /** Sending stops when nothing has moved for this long; longer than any call is repeated. */
    private static final Duration STANDSTILL = Duration.ofMinutes(4);

    private final int places;
    private final Set<String> holdingPlace = new HashSet<>();
    private final Map<String, Long> acceptedWithoutTask = new LinkedHashMap<>();
    private long lastMove = System.nanoTime();
    private long unanswered;
    private long accepted;
    private long refused;
    private long unfinished;
    private long toBeClosed;
    private long closed;
    private long asMapped;
    private final Map<String, Long> elsewhere = new TreeMap<>();
    private final List<String> trouble = new ArrayList<>();

    ReplayBooks(int places) {
        this.places = places;
    }

    /**
     * Waits for a place and for the limit to allow one more report, then takes both.
     *
     * @param limit reports to be accepted at most
     * @return false when the limit is reached for good, or the platform does not go on
     */
    synchronized boolean enter(String sourceNo, long limit) throws InterruptedException {
        while (holdingPlace.size() >= places || (accepted + unanswered >= limit && unanswered > 0)) {
            if (System.nanoTime() - lastMove > STANDSTILL.toNanos()) {
                note("Nothing has moved for " + STANDSTILL.toMinutes() + " minutes; no more is sent.");
                return false;
            }
            wait(LOOK_AGAIN_MILLIS);
            releaseWaiting(System.nanoTime());
        }
        if (accepted >= limit || unfinished >= MOST_UNFINISHED) {
            return false;
        }
        unanswered++;
        holdingPlace.add(sourceNo);
        return true;
    }

    private void releaseWaiting(long now) {
        var oldestFirst = acceptedWithoutTask.entrySet().iterator();
        while (oldestFirst.hasNext()) {
            var waiting = oldestFirst.next();
            if (now - waiting.getValue() < WAIT_FOR_TASK.toNanos()) {
                return;
            }
            holdingPlace.remove(waiting.getKey());
            oldestFirst.remove();
        }
    }

    private void leave(String sourceNo) {
        holdingPlace.remove(sourceNo);
        notifyAll();
    }

    @Override
    public synchronized void accepted(Lifecycle lifecycle) {
        lastMove = System.nanoTime();
        unanswered--;
        accepted++;
        if (lifecycle.report().toBeClosed()) {
            toBeClosed++;
            if (!lifecycle.isAcceptedAndDispatched()) {
                acceptedWithoutTask.put(lifecycle.report().sourceNo(), System.nanoTime());
            }
            notifyAll();
        } else {
            leave(lifecycle.report().sourceNo());
        }
    }

    @Override
    public synchronized void refused(Lifecycle lifecycle, String answer) {
        unanswered--;
        refused++;
        note("A record was refused with " + answer);
        leave(lifecycle.report().sourceNo());
    }

    @Override
    public synchronized void dispatched(Lifecycle lifecycle) {
        acceptedWithoutTask.remove(lifecycle.report().sourceNo());
        String expected = lifecycle.report().expectedDepartment();
        String actual = Objects.requireNonNullElse(lifecycle.department(), "");
        if (expected.equals(actual)) {
            asMapped++;
        } else {
            elsewhere.merge(expected + " -> " + actual, 1L, Long::sum);
        }
    }

    @Override
    public synchronized void closed(Lifecycle lifecycle) {
        lastMove = System.nanoTime();
        closed++;
        leave(lifecycle.report().sourceNo());
    }

    /** A report without a decision may or may not be there: the reconciliation will tell. */
    @Override
    public synchronized void failed(Lifecycle lifecycle, String why) {
        if (!lifecycle.isAnswered()) {
            unanswered--;
        }
        unfinished++;
        note(why);
        leave(lifecycle.report().sourceNo());
    }

    private void note(String reason) {
        if (trouble.size() < REASONS_KEPT) {
            trouble.add(reason);
        }
    }

    synchronized long accepted() {
        return accepted;
    }

    synchronized long refused() {
        return refused;
    }

    synchronized long unanswered() {
        return unanswered;
    }

    synchronized long closed() {
        return closed;
    }

    synchronized long toBeClosed() {
        return toBeClosed;
    }

    synchronized long unfinished() {
        return unfinished;
    }

    synchronized long asMapped() {
        return asMapped;
    }

    synchronized Map<String, Long> elsewhere() {
        return Map.copyOf(elsewhere);
    }

    synchronized List<String> trouble() {
        return List.copyOf(trouble);
    }
}
