package city.urbanops.dust.stream;

import city.urbanops.contracts.dust.DustRejection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What went through the topology of this process since it started; for metrics. */
public final class DustCounts {

    private final LongAdder readings = new LongAdder();
    private final LongAdder otherTypes = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder windows = new LongAdder();
    private final LongAdder invalidWindows = new LongAdder();
    private final Map<DustRejection, LongAdder> rejected = new ConcurrentHashMap<>();

    void reading() {
        readings.increment();
    }

    void otherType() {
        otherTypes.increment();
    }

    void repetition() {
        repeated.increment();
    }

    void window(boolean isValid) {
        windows.increment();
        if (!isValid) {
            invalidWindows.increment();
        }
    }

    void rejection(DustRejection reason) {
        rejected.computeIfAbsent(reason, any -> new LongAdder()).increment();
    }

    /** Messages that claimed to be readings. */
    public long readings() {
        return readings.sum();
    }

    /** Messages of a type nobody here knows, skipped. */
    public long otherTypes() {
        return otherTypes.sum();
    }

    /** Readings that were there before, ignored. */
    public long repeated() {
        return repeated.sum();
    }

    /** Windows of sites that were closed. */
    public long windows() {
        return windows.sum();
    }

    /** Of those, the invalid ones. */
    public long invalidWindows() {
        return invalidWindows.sum();
    }

    /** Readings set aside for one reason. */
    public long rejected(DustRejection reason) {
        return rejected.computeIfAbsent(reason, any -> new LongAdder()).sum();
    }
}
