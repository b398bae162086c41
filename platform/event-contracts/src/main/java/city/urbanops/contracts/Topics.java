package city.urbanops.contracts;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All topics of the platform (DESIGN §1). */
public final class Topics {

    static final Map<String, String> KEPT_FOREVER = Map.of("retention.ms", "-1", "cleanup.policy", "delete");
    private static final Map<String, String> KEPT_TWO_WEEKS =
            Map.of("retention.ms", "1209600000", "cleanup.policy", "delete");
    private static final Map<String, String> TELEMETRY =
            Map.of("retention.ms", "1209600000", "cleanup.policy", "delete", "message.timestamp.type", "LogAppendTime");
    private static final Map<String, String> COMPACTED =
            Map.of("cleanup.policy", "compact", "max.message.bytes", "4194304");

    /** The life of every case, keyed by case id; the partition count is part of the contract. */
    public static final Topic CASE_EVENTS = new Topic("case-events", 12, KEPT_FOREVER);

    /** Reports handed in by other city systems, keyed by publisher and source number. They carry identities: not kept for long. */
    public static final Topic REPORT_SUBMISSIONS = new Topic("report-submissions", 6, KEPT_TWO_WEEKS);

    /** Telemetry, keyed by device. The broker's own time tells readings of the future from others, also when they are read again. */
    public static final Topic DUST_READINGS = new Topic("dust-readings", 6, TELEMETRY);

    /** Detected dust alarms, keyed by site; they enter intake like any submission. */
    public static final Topic DUST_ALARMS = new Topic("dust-alarms", 3, KEPT_FOREVER);

    /** Whole versioned documents, keyed by document name: taxonomy, units, areas, calendars. */
    public static final Topic REFERENCE_DATA = new Topic("reference-data", 1, COMPACTED);

    /** What happens inside enforcement matters beyond the case, keyed by matter id. */
    public static final Topic ENFORCEMENT_EVENTS = new Topic("enforcement-events", 6, KEPT_FOREVER);

    /** What happens in scheduled sanitation operations beyond the case, keyed by operation id. */
    public static final Topic SANITATION_EVENTS = new Topic("sanitation-events", 6, KEPT_FOREVER);

    /** Published bulletins and ledger entries, keyed by scheme. */
    public static final Topic ASSESSMENT_EVENTS = new Topic("assessment-events", 3, KEPT_FOREVER);

    private static final List<Topic> LIVE = List.of(
            CASE_EVENTS,
            REPORT_SUBMISSIONS,
            DUST_READINGS,
            DUST_ALARMS,
            REFERENCE_DATA,
            ENFORCEMENT_EVENTS,
            SANITATION_EVENTS,
            ASSESSMENT_EVENTS);

    private Topics() {}

    /** Every topic to create, each with its dead-letter topic. */
    public static List<Topic> all() {
        return LIVE.stream()
                .flatMap(topic -> Stream.of(topic, topic.deadLetters()))
                .toList();
    }
}
