package city.urbanops.bench.lifecycle;

import city.urbanops.contracts.cases.CaseEvents;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the topic shows of one run: for each of its cases how often each milestone came. Built from events alone, knows nothing
 * of what was answered over HTTP. Not thread-safe.
 */
public final class TopicLedger {

    private static final List<Milestone> WHOLE =
            List.of(Milestone.REPORTED, Milestone.FILED, Milestone.DISPATCHED, Milestone.CLOSED);
    private static final CaseCounts NOTHING = new CaseCounts();

    private final String runPrefix;
    private final Map<String, CaseCounts> cases = new HashMap<>();
    private final Map<String, List<String>> casesBySource = new HashMap<>();
    private long redelivered;

    /**
     * Keeps the books of one run.
     *
     * @param runPrefix what the source numbers of the run start with
     */
    public TopicLedger(String runPrefix) {
        this.runPrefix = runPrefix;
    }

    /** How often each milestone of one case came, second deliveries of the same event not counted. */
    private static final class CaseCounts {
        final Map<String, Milestone> milestoneByEventId = new HashMap<>();

        int times(Milestone milestone) {
            return Collections.frequency(milestoneByEventId.values(), milestone);
        }
    }

    /** The events that are counted. */
    enum Milestone {
        REPORTED,
        FILED,
        LINKED,
        VOIDED,
        DISPATCHED,
        CLOSED;

        private static final Map<String, Milestone> BY_TYPE = Map.of(
                CaseEvents.CASE_REPORTED.name(), REPORTED,
                CaseEvents.CASE_FILED.name(), FILED,
                CaseEvents.CASE_LINKED.name(), LINKED,
                CaseEvents.CASE_VOIDED.name(), VOIDED,
                CaseEvents.TASK_DISPATCHED.name(), DISPATCHED,
                CaseEvents.CASE_CLOSED.name(), CLOSED);

        static @Nullable Milestone of(String type) {
            return BY_TYPE.get(type);
        }
    }

    /**
     * Notes one event.
     *
     * @return false when it belongs to a case of somebody else
     */
    boolean note(SeenEvent event) {
        if (event.sourceNo() != null && event.sourceNo().startsWith(runPrefix) && !cases.containsKey(event.caseId())) {
            cases.put(event.caseId(), new CaseCounts());
            casesBySource
                    .computeIfAbsent(event.sourceNo(), first -> new ArrayList<>(1))
                    .add(event.caseId());
        }
        CaseCounts counts = cases.get(event.caseId());
        if (counts == null) {
            return false;
        }
        Milestone milestone = Milestone.of(event.type());
        if (milestone != null) {
            count(counts, milestone, event);
        }
        return true;
    }

    private void count(CaseCounts counts, Milestone milestone, SeenEvent event) {
        if (counts.milestoneByEventId.put(event.id(), milestone) != null) {
            redelivered++;
            return;
        }
    }

    /** The figures so far. */
    public TopicCounts counts() {
        return new TopicCounts(
                cases.size(),
                having(Milestone.FILED),
                having(Milestone.LINKED),
                having(Milestone.VOIDED),
                having(Milestone.DISPATCHED),
                having(Milestone.CLOSED),
                redelivered);
    }

    private int having(Milestone milestone) {
        return (int) cases.values().stream()
                .filter(counts -> counts.times(milestone) > 0)
                .count();
    }

    /** The cases reported under a source number: normally one, none while the event is on its way. */
    public List<String> casesOf(String sourceNo) {
        return List.copyOf(casesBySource.getOrDefault(sourceNo, List.of()));
    }

    /** How often reported, filed, dispatched and closed came for a case, by event type; 0 each for an unknown case. */
    public Map<String, Integer> timesOfWholeMilestones(String caseId) {
        CaseCounts counts = cases.getOrDefault(caseId, NOTHING);
        return WHOLE.stream()
                .collect(Collectors.toMap(
                        milestone -> "event " + milestone.name().toLowerCase(Locale.ROOT), counts::times));
    }
}
