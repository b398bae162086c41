package city.urbanops.dust.stream;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How far time has come in a county: as far as the slowest of its monitors, but for those not waited for. So a backlog that arrives partition
 * by partition loses nothing, and a dead monitor holds nobody up.
 */
final class County {

    private final long patience;
    private final long idleMillis;
    private final Map<String, Long> passed = new HashMap<>();
    private final Map<String, Long> heard = new HashMap<>();
    private long next;
    private int emptyRun;

    /**
     * A county whose next window to close is given.
     *
     * @param patience windows
     */
    County(long next, long patience, long idleMillis) {
        this.next = next;
        this.patience = patience;
        this.idleMillis = idleMillis;
    }

    long next() {
        return next;
    }

    void closed(boolean wasEmpty) {
        next++;
        emptyRun = wasEmpty ? emptyRun + 1 : 0;
    }

    /** Windows in a row in which nothing was heard from any monitor. */
    int emptyRun() {
        return emptyRun;
    }

    void skipTo(long window) {
        next = Math.max(next, window);
    }

    /** A monitor that is part of the county from now on: it is waited for until it is found idle. */
    void expect(String deviceId, long passedBefore, long wallMillis) {
        passed.putIfAbsent(deviceId, Math.max(passedBefore, next - 1));
        heard.putIfAbsent(deviceId, wallMillis);
    }

    boolean isExpected(String deviceId) {
        return passed.containsKey(deviceId);
    }

    void heard(String deviceId, long passedNow, long wallMillis) {
        passed.merge(deviceId, passedNow, Math::max);
        heard.put(deviceId, wallMillis);
    }

    /** The last window all monitors that count have passed; before {@link #next} if it is not time for another. */
    long mark(Collection<Register.Monitor> monitors, long wallMillis) {
        var furthest = next - 1;
        for (var monitor : monitors) {
            furthest = Math.max(furthest, passed.getOrDefault(monitor.deviceId(), furthest));
        }
        var mark = furthest;
        for (var monitor : monitors) {
            var its = passed.getOrDefault(monitor.deviceId(), furthest);
            var isWaitedFor = its >= furthest - patience && !isIdle(monitor.deviceId(), wallMillis);
            mark = isWaitedFor ? Math.min(mark, its) : mark;
        }
        return mark;
    }

    boolean isIdle(String deviceId, long wallMillis) {
        return wallMillis - heard.getOrDefault(deviceId, wallMillis) >= idleMillis;
    }
}
