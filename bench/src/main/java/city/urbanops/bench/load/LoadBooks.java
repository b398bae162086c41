package city.urbanops.bench.load;

import city.urbanops.bench.client.Percentiles;
import city.urbanops.bench.lifecycle.Lifecycle;
import city.urbanops.bench.lifecycle.LifecycleListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/** What became of the lifecycles of a bench run. Lives on the event loop, but for {@link #filed} and {@link #closedSoFar}. */
final class LoadBooks implements LifecycleListener {

    private static final int DIGITS = 3;
    private static final int REASONS_KEPT = 5;

    private final Map<String, String> acceptedCases = new HashMap<>();
    private final List<String> trouble = new ArrayList<>();
    private Histogram sinceAccepted = new Histogram(DIGITS);
    private Histogram sinceIntended = new Histogram(DIGITS);
    private final AtomicLong filed = new AtomicLong();
    private long over;
    private long failed;
    private final AtomicLong closed = new AtomicLong();
    private Runnable whenOver = () -> {};

    /** Notes that a report is on its way; any thread may. */
    void filed() {
        filed.incrementAndGet();
    }

    /** What to do each time a lifecycle is over, closed or not. */
    void whenOver(Runnable action) {
        whenOver = action;
    }

    @Override
    public void accepted(Lifecycle lifecycle) {
        String caseId = lifecycle.caseId();
        if (caseId != null && lifecycle.report().toBeClosed()) {
            acceptedCases.put(lifecycle.report().sourceNo(), caseId);
        }
    }

    @Override
    public void dispatched(Lifecycle lifecycle) {
        sinceAccepted.recordValue(lifecycle.nanosFromAcceptedToDispatched());
        sinceIntended.recordValue(Math.max(0, lifecycle.nanosFromIntendedToDispatched()));
        if (!lifecycle.report().toBeClosed()) {
            end();
        }
    }

    @Override
    public void closed(Lifecycle lifecycle) {
        closed.incrementAndGet();
        end();
    }

    @Override
    public void refused(Lifecycle lifecycle, String answer) {
        giveUp("A report was refused with " + answer);
    }

    @Override
    public void failed(Lifecycle lifecycle, String why) {
        giveUp(why);
    }

    private void giveUp(String why) {
        failed++;
        if (trouble.size() < REASONS_KEPT) {
            trouble.add(why);
        }
        end();
    }

    private void end() {
        over++;
        whenOver.run();
    }

    /** Starts a new measurement of dispatch latency. */
    void resetLatencies() {
        sinceAccepted = new Histogram(DIGITS);
        sinceIntended = new Histogram(DIGITS);
    }

    /** Closings seen on the topic so far; any thread may ask. */
    long closedSoFar() {
        return closed.get();
    }

    /** Lifecycles that have begun and are not over. */
    long underWay() {
        return filed.get() - over;
    }

    /** Lifecycles that could not be played to their end. */
    long failures() {
        return failed;
    }

    /** The first reasons of failures. */
    List<String> trouble() {
        return List.copyOf(trouble);
    }

    /** Case by source number of every report answered with 201 whose case is to be closed. */
    Map<String, String> acceptedCases() {
        return Map.copyOf(acceptedCases);
    }

    /** From the arrival of the 201 to the arrival of {@code task.dispatched}; 0 where the event was first. */
    Percentiles sinceAccepted() {
        return Percentiles.of(sinceAccepted);
    }

    /** From the intended start of the report to the arrival of {@code task.dispatched}. */
    Percentiles sinceIntended() {
        return Percentiles.of(sinceIntended);
    }
}
