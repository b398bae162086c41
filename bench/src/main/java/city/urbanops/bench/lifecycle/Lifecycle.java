package city.urbanops.bench.lifecycle;

import city.urbanops.bench.lifecycle.SeenEvent.SeenTask;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** One report on its way to a closed case. All moments are {@link System#nanoTime()}; lives on the event loop. */
public final class Lifecycle {

    private final Report report;
    private final long intendedStart;
    private final EnumSet<Step> shown = EnumSet.noneOf(Step.class);
    private final EnumSet<Step> begun = EnumSet.noneOf(Step.class);
    private @Nullable String caseId;
    private @Nullable SeenTask task;
    private boolean accepted;
    private long acceptedAt;
    private long dispatchedAt;

    /**
     * A report that is about to be filed.
     *
     * @param intendedStart the {@link System#nanoTime()} it should be sent at
     */
    public Lifecycle(Report report, long intendedStart) {
        this.report = report;
        this.intendedStart = intendedStart;
    }

    /** What was to be filed. */
    public Report report() {
        return report;
    }

    /** When it should have been sent, whether or not the generator kept up. */
    public long intendedStart() {
        return intendedStart;
    }

    /** The case, as the answer or the topic named it; null while neither has. */
    public @Nullable String caseId() {
        return caseId;
    }

    /** The unit that got the task; null before it is dispatched. */
    public @Nullable String department() {
        return task == null ? null : task.department();
    }

    /** From the arrival of the 201 to the arrival of {@code task.dispatched}; 0 when the event was first. */
    public long nanosFromAcceptedToDispatched() {
        return Math.max(0, dispatchedAt - acceptedAt);
    }

    /** From the intended start of the report to the arrival of {@code task.dispatched}. */
    public long nanosFromIntendedToDispatched() {
        return dispatchedAt - intendedStart;
    }

    /** Whether both the 201 and the dispatch have been seen, so that the two latencies mean something. */
    public boolean isAcceptedAndDispatched() {
        return accepted && task != null;
    }

    /** Whether the report was answered with 201. */
    public boolean isAnswered() {
        return accepted;
    }

    @Nullable
    SeenTask task() {
        return task;
    }

    void bind(String id) {
        caseId = id;
    }

    void accept(long now) {
        accepted = true;
        acceptedAt = now;
    }

    void dispatch(SeenTask seen, long now) {
        task = seen;
        dispatchedAt = now;
    }

    /** Notes an event and what it shows to be done. */
    void see(String type) {
        Step.shownBy(type).ifPresent(shown::add);
    }

    boolean hasShown(Step step) {
        return shown.contains(step);
    }

    /** Returns true the first time: a step is begun once, however often its event comes. */
    boolean begin(Step step) {
        return begun.add(step);
    }
}
