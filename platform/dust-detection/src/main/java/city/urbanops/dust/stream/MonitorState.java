package city.urbanops.dust.stream;

import city.urbanops.dust.MonitorWatch;
import city.urbanops.dust.MonitorWindow;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is stored of one monitor.
 *
 * @param passed the last window whose end it is past by the grace; {@code Long.MIN_VALUE} before its first reading
 * @param watch what the rule remembers
 * @param open its windows that are not closed yet, by number
 */
record MonitorState(long passed, MonitorWatch watch, SortedMap<Long, MonitorWindow> open) {

    static MonitorState fresh() {
        return new MonitorState(Long.MIN_VALUE, MonitorWatch.NEW, new TreeMap<>());
    }

    MonitorState passing(long window) {
        return window <= passed ? this : new MonitorState(window, watch, open);
    }

    MonitorState watched(MonitorWatch next) {
        return new MonitorState(passed, next, open);
    }
}
