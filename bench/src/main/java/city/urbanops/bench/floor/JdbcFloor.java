package city.urbanops.bench.floor;

import city.urbanops.bench.floor.FloorScript.Statement;
import city.urbanops.bench.platform.PlatformTrouble;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** The same rows by plain JDBC, where pgbench is not on the PATH: about 0.9 of what pgbench reaches. */
final class JdbcFloor implements FloorEngine {

    private static final int CLASSES = 100;

    private final FloorScript script = FloorScript.parse(Floor.resource("lifecycle.sql"));

    @Override
    public String name() {
        return "plain JDBC";
    }

    @Override
    public double lifecyclesPerSecond(FloorDatabase database, int clients, Duration time) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long start = System.nanoTime();
            long end = start + time.toNanos();
            List<Future<Long>> counts = IntStream.range(0, clients)
                    .mapToObj(client -> threads.submit(() -> writeUntil(database, end)))
                    .toList();
            long lifecycles = 0;
            for (Future<Long> count : counts) {
                lifecycles += count.get();
            }
            return lifecycles / ((System.nanoTime() - start) / 1e9);
        } catch (ExecutionException failed) {
            throw new PlatformTrouble("The floor cannot be measured: " + failed.getCause(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PlatformTrouble("Interrupted.", interrupted);
        } finally {
            threads.shutdownNow();
        }
    }

    private long writeUntil(FloorDatabase database, long end) throws SQLException {
        try (Connection connection = database.connect()) {
            Map<String, PreparedStatement> prepared = new HashMap<>();
            for (Statement statement : script.statements()) {
                prepared.put(statement.sql(), connection.prepareStatement(statement.sql()));
            }
            long lifecycles = 0;
            while (System.nanoTime() < end) {
                writeOne(prepared);
                lifecycles++;
            }
            return lifecycles;
        }
    }

    private void writeOne(Map<String, PreparedStatement> prepared) throws SQLException {
        Map<String, String> variables = new HashMap<>();
        variables.put("class", Integer.toString(ThreadLocalRandom.current().nextInt(CLASSES) + 1));
        for (Statement statement : script.statements()) {
            PreparedStatement query = prepared.get(statement.sql());
            if (query == null) {
                throw new IllegalStateException("not prepared: " + statement.sql());
            }
            int place = 1;
            for (String variable : statement.variables()) {
                query.setString(place++, variables.get(variable));
            }
            query.execute();
            String kept = statement.kept();
            if (kept != null) {
                try (ResultSet row = query.getResultSet()) {
                    row.next();
                    variables.put(kept, row.getString(1));
                }
            }
        }
    }
}
