package city.urbanops.bench.replay;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * How a replay ended; the JSON of {@code --json}.
 *
 * @param sent reports the platform accepted
 * @param skipped lines that were no record, and records the platform refused
 * @param filed cases filed and not linked, from intake's database
 * @param linked reports linked to another case
 * @param voided cases voided
 * @param withTask filed cases with a task, from dispatch's database
 * @param queued filed cases in the dispatcher's queue
 * @param closed filed cases closed
 * @param open filed cases not closed
 * @param balanced every equation holds, and the topic says the same as the databases
 * @param differences the equations that do not hold
 * @param runId what the source numbers start with
 * @param asMapped tasks that went to the unit {@code types.csv} names
 * @param elsewhere the other tasks, counted by {@code expected -> actual}
 * @param unfinished lifecycles that could not be played to their end
 * @param trouble the first reasons for refused or unfinished ones
 * @param repeatedCalls attempts repeated because the way to a service was broken
 * @param earlyCalls attempts that came before the service had consumed the event, by call
 * @param redelivered events that came twice under one id
 * @param seconds from the first report to the last closing
 * @param perSecond reports sent in a second on average, closings included in the time
 */
@JsonPropertyOrder({"sent", "skipped", "filed", "linked", "voided", "withTask", "queued", "closed", "open", "balanced"})
public record ReplayResult(
        long sent,
        long skipped,
        long filed,
        long linked,
        long voided,
        long withTask,
        long queued,
        long closed,
        long open,
        boolean balanced,
        List<String> differences,
        String runId,
        long asMapped,
        Map<String, Long> elsewhere,
        long unfinished,
        List<String> trouble,
        long repeatedCalls,
        Map<String, Long> earlyCalls,
        long redelivered,
        double seconds,
        double perSecond) {}
