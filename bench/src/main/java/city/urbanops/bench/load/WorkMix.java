package city.urbanops.bench.load;

import city.urbanops.bench.lifecycle.Report;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The reports of a bench run: in turn one for the enforcement service, one for the sanitation service and one for the task desk,
 * over classes and districts. Each has a text of its own and an area, no position, so none is linked to another.
 */
final class WorkMix {

    private static final List<String> ENFORCEMENT = List.of("E0304", "E0301", "E0201", "E0405");
    private static final List<String> SANITATION = List.of("E0110", "E0112", "E0114", "P0305");
    private static final List<String> TASK_DESK = List.of("P0101", "P0137", "P0402", "E0113");
    private static final List<List<String>> TURNS = List.of(ENFORCEMENT, SANITATION, TASK_DESK);
    private static final List<String> DISTRICTS = List.of("450202", "450203", "450204", "450205", "450206");
    private static final List<String> CHANNELS =
            List.of("HOTLINE_12345", "CITIZEN_APP", "CITY_PATROL", "COMMUNITY_STATION");

    private final String runId;
    private final AtomicLong number = new AtomicLong();

    WorkMix(String runId) {
        this.runId = runId;
    }

    /** The next report; any thread may ask. */
    Report next() {
        int turn = Math.toIntExact(number.getAndIncrement());
        List<String> classes = pick(TURNS, turn);
        String classCode = pick(classes, turn / TURNS.size());
        return new Report(
                pick(CHANNELS, turn / 2),
                "Bench report " + turn + " of run " + runId + ": found on the way, please have a look at it today",
                classCode,
                pick(DISTRICTS, turn / TURNS.size()),
                runId + "-" + turn,
                true,
                "");
    }

    private static <T> T pick(List<T> choices, int turn) {
        return choices.get(turn % choices.size());
    }
}
