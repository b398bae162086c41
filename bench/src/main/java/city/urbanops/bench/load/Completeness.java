package city.urbanops.bench.load;

import city.urbanops.bench.lifecycle.TopicLedger;
import city.urbanops.bench.platform.ServiceDatabases;
import city.urbanops.bench.platform.ServiceDatabases.KeptCase;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Whether every accepted report has become exactly one case with one filing, one dispatch, one closing, one task and one fact.
 *
 * @param accepted reports answered with 201
 * @param lost those of which something is missing
 * @param duplicated those of which something is there twice
 * @param missing how often each thing is missing
 * @param doubled how often each thing is there twice
 */
public record Completeness(
        int accepted, int lost, int duplicated, Map<String, Integer> missing, Map<String, Integer> doubled) {

    public Completeness {
        missing = Map.copyOf(missing);
        doubled = Map.copyOf(doubled);
    }

    /**
     * What the databases hold, counted by case or source number.
     *
     * @param casesBySource intake's cases by source number
     * @param closedBySource of these the closed ones
     * @param tasksByCase dispatch's tasks by case
     * @param factsByCase closed fact rows of metrics by case
     */
    record Kept(
            Map<String, Integer> casesBySource,
            Map<String, Integer> closedBySource,
            Map<String, Integer> tasksByCase,
            Map<String, Integer> factsByCase) {

        /**
         * Reads them.
         *
         * @throws SQLException when a database does not answer
         */
        static Kept read(ServiceDatabases databases, String runPrefix) throws SQLException {
            var cases = databases.cases(runPrefix);
            var ids = cases.stream().map(KeptCase::caseId).toList();
            return new Kept(
                    count(cases, KeptCase::sourceNo),
                    count(
                            cases.stream()
                                    .filter(kept -> kept.phase().equals("CLOSED"))
                                    .toList(),
                            KeptCase::sourceNo),
                    count(databases.tasks(ids), UUID::toString),
                    count(databases.closedFacts(ids), UUID::toString));
        }

        private static <T> Map<String, Integer> count(Collection<T> things, Function<T, String> key) {
            return things.stream().collect(Collectors.toMap(key, thing -> 1, Integer::sum));
        }
    }

    /**
     * Compares.
     *
     * @param acceptedCases case by source number
     * @param topic what the topic shows
     */
    static Completeness of(Map<String, String> acceptedCases, TopicLedger topic, Kept kept) {
        Map<String, Integer> missing = new HashMap<>();
        Map<String, Integer> doubled = new HashMap<>();
        int lost = 0;
        int duplicated = 0;
        for (var accepted : acceptedCases.entrySet()) {
            Map<String, Integer> times = times(accepted.getKey(), accepted.getValue(), topic, kept);
            if (note(times, missing, count -> count < 1)) {
                lost++;
            }
            if (note(times, doubled, count -> count > 1)) {
                duplicated++;
            }
        }
        return new Completeness(acceptedCases.size(), lost, duplicated, missing, doubled);
    }

    private static Map<String, Integer> times(String sourceNo, String caseId, TopicLedger topic, Kept kept) {
        var times = new HashMap<>(topic.timesOfWholeMilestones(caseId));
        times.put("cases on the topic", topic.casesOf(sourceNo).size());
        times.put("case in the database", kept.casesBySource().getOrDefault(sourceNo, 0));
        times.put("closed case in the database", kept.closedBySource().getOrDefault(sourceNo, 0));
        times.put("task in the database", kept.tasksByCase().getOrDefault(caseId, 0));
        times.put("closed fact in the database", kept.factsByCase().getOrDefault(caseId, 0));
        return times;
    }

    private static boolean note(Map<String, Integer> times, Map<String, Integer> into, IntPredicate wrong) {
        boolean any = false;
        for (var thing : times.entrySet()) {
            if (wrong.test(thing.getValue())) {
                into.merge(thing.getKey(), 1, Integer::sum);
                any = true;
            }
        }
        return any;
    }
}
