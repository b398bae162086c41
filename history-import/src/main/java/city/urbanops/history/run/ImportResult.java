package city.urbanops.history.run;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of an import; read is the sum of imported, updated, unchanged and all skipped. A run that continues an earlier one counts that one's
 * rows too.
 *
 * @param read records of the file
 * @param imported stored now
 * @param updated stored before, and now as this later export tells it
 * @param unchanged stored before, exactly so
 * @param skipped not stored, by reason
 * @param sourceSystem the former system
 * @param oddities records imported although they contradict themselves, by what is odd
 * @param continuedAt how many records an earlier run had settled; 0 for a run from the beginning
 * @param seconds of this run
 * @param perSecond records this run settled a second
 */
@JsonPropertyOrder({"read", "imported", "updated", "unchanged", "skipped"})
public record ImportResult(
        long read,
        long imported,
        long updated,
        long unchanged,
        SortedMap<String, Long> skipped,
        String sourceSystem,
        SortedMap<String, Long> oddities,
        long continuedAt,
        double seconds,
        double perSecond) {

    public ImportResult {
        skipped = new TreeMap<>(skipped);
        oddities = new TreeMap<>(oddities);
    }
}
