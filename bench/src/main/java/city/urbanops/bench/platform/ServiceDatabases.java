package city.urbanops.bench.platform;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What the services have kept of one run, read from their own databases. The only place that knows their tables; a service
 * never reads another's, a reconciliation must.
 */
public final class ServiceDatabases {

    private static final String CASES = """
            select case_id, source_no, phase, duplicate_of is not null as linked
              from case_file where source_no like ? || '%'
            """;
    private static final String TASKS = "select distinct case_id from task where case_id = any(?)";
    private static final String ALL_TASKS = "select case_id from task where case_id = any(?)";
    private static final String QUEUED = """
            select distinct case_id from dispatch_queue q where case_id = any(?)
               and not exists (select from task t where t.case_id = q.case_id)
            """;
    private static final String CLOSED_FACTS = """
            select case_id from case_fact where case_id = any(?) and ending = 'NORMAL'
               and reported_at is not null and filed_at is not null
               and dispatched_at is not null and handed_back_at is not null
            """;

    private final RunningPlatform platform;

    public ServiceDatabases(RunningPlatform platform) {
        this.platform = platform;
    }

    /**
     * A case of the run, as intake keeps it.
     *
     * @param linked whether it follows another case
     */
    public record KeptCase(UUID caseId, String sourceNo, String phase, boolean linked) {}

    /**
     * The cases whose source number starts so; in no order.
     *
     * @throws SQLException when intake's database does not answer
     */
    public List<KeptCase> cases(String runPrefix) throws SQLException {
        try (Connection intake = platform.connect("intake");
                PreparedStatement query = intake.prepareStatement(CASES)) {
            query.setString(1, runPrefix);
            List<KeptCase> cases = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    cases.add(new KeptCase(
                            rows.getObject("case_id", UUID.class),
                            rows.getString("source_no"),
                            rows.getString("phase"),
                            rows.getBoolean("linked")));
                }
            }
            return cases;
        }
    }

    /**
     * Which of these cases have had a task.
     *
     * @throws SQLException when dispatch's database does not answer
     */
    public Set<UUID> withTask(Collection<UUID> cases) throws SQLException {
        return new HashSet<>(among("dispatch", TASKS, cases));
    }

    /**
     * The case of every task of these cases: a case with two tasks appears twice.
     *
     * @throws SQLException when dispatch's database does not answer
     */
    public List<UUID> tasks(Collection<UUID> cases) throws SQLException {
        return among("dispatch", ALL_TASKS, cases);
    }

    /**
     * Which of these cases wait in the dispatcher's queue and have had no task.
     *
     * @throws SQLException when dispatch's database does not answer
     */
    public Set<UUID> queued(Collection<UUID> cases) throws SQLException {
        return new HashSet<>(among("dispatch", QUEUED, cases));
    }

    /**
     * The case of every whole fact row of these cases, from reported to closed: a case with two rows appears twice.
     *
     * @throws SQLException when the metrics database does not answer
     */
    public List<UUID> closedFacts(Collection<UUID> cases) throws SQLException {
        return among("metrics", CLOSED_FACTS, cases);
    }

    private List<UUID> among(String database, String sql, Collection<UUID> cases) throws SQLException {
        try (Connection connection = platform.connect(database);
                PreparedStatement query = connection.prepareStatement(sql)) {
            Array ids = connection.createArrayOf("uuid", cases.toArray());
            query.setArray(1, ids);
            List<UUID> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getObject(1, UUID.class));
                }
            }
            ids.free();
            return found;
        }
    }
}
