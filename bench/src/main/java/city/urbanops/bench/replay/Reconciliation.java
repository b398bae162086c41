package city.urbanops.bench.replay;

import city.urbanops.bench.lifecycle.TopicCounts;
import city.urbanops.bench.platform.ServiceDatabases;
import city.urbanops.bench.platform.ServiceDatabases.KeptCase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The books of one run: what was sent, what the services have kept, what the topic has shown.
 *
 * @param sent reports the platform accepted
 * @param filed cases filed and not linked
 * @param linked reports that follow another case
 * @param voided cases not fit for filing
 * @param undecided cases neither filed, linked nor voided yet
 * @param withTask filed cases that have or had a task
 * @param queued filed cases that wait for the dispatcher
 * @param closed filed cases that are closed
 * @param open filed cases in any other phase
 * @param topic the same from the topic
 */
record Reconciliation(
        long sent,
        long filed,
        long linked,
        long voided,
        long undecided,
        long withTask,
        long queued,
        long closed,
        long open,
        TopicCounts topic) {

    private static final Set<String> BEFORE_FILING = Set.of("REPORTED", "VERIFYING");
    private static final Set<String> FILED_AND_OPEN =
            Set.of("FILED", "DISPATCHED", "HANDLING", "SUSPENDED", "CHECKING");

    /**
     * Counts what the databases hold of a run now.
     *
     * @throws SQLException when one of them does not answer
     */
    static Reconciliation count(String runPrefix, long sent, ServiceDatabases databases, TopicCounts topic)
            throws SQLException {
        List<KeptCase> cases = databases.cases(runPrefix);
        List<KeptCase> own = cases.stream().filter(kept -> !kept.linked()).toList();
        List<UUID> filed = own.stream()
                .filter(kept -> isOpen(kept) || isClosed(kept))
                .map(KeptCase::caseId)
                .toList();
        return new Reconciliation(
                sent,
                filed.size(),
                cases.size() - own.size(),
                own.stream().filter(kept -> kept.phase().equals("VOID")).count(),
                own.stream()
                        .filter(kept -> BEFORE_FILING.contains(kept.phase()))
                        .count(),
                databases.withTask(filed).size(),
                databases.queued(filed).size(),
                own.stream().filter(Reconciliation::isClosed).count(),
                own.stream().filter(Reconciliation::isOpen).count(),
                topic);
    }

    private static boolean isOpen(KeptCase kept) {
        return FILED_AND_OPEN.contains(kept.phase());
    }

    private static boolean isClosed(KeptCase kept) {
        return kept.phase().equals("CLOSED");
    }

    /** Whether every equation of the run holds and topic and databases say the same. */
    boolean balanced() {
        return differences().isEmpty();
    }

    /** Each equation that does not hold, with its figures; empty when the run balances. */
    List<String> differences() {
        List<String> wrong = new ArrayList<>();
        require(wrong, "sent = filed + linked + voided", sent, filed + linked + voided);
        require(wrong, "filed = with a task + queued", filed, withTask + queued);
        require(wrong, "filed = closed + open", filed, closed + open);
        require(wrong, "sent = reported on the topic", sent, topic.reported());
        require(wrong, "filed = filed on the topic", filed, topic.filed());
        require(wrong, "linked = linked on the topic", linked, topic.linked());
        require(wrong, "voided = voided on the topic", voided, topic.voided());
        require(wrong, "with a task = dispatched on the topic", withTask, topic.withTask());
        require(wrong, "closed = closed on the topic", closed, topic.closed());
        return wrong;
    }

    private static void require(List<String> wrong, String equation, long left, long right) {
        if (left != right) {
            wrong.add(equation + " does not hold: " + left + " and " + right);
        }
    }
}
