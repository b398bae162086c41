package city.urbanops.bench.floor;

import city.urbanops.bench.platform.PlatformTrouble;
import city.urbanops.bench.platform.Progress;
import city.urbanops.bench.platform.RunningPlatform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;

/**
 * The floor of a run: the same server writes the domain rows of lifecycles, each in 8 commits, in a database of its own, while
 * the platform is up and idle. Nothing that commits each step separately can be faster on that machine.
 */
public final class Floor {

    static final String DATABASE = "bench_floor";
    private static final List<Integer> CLIENTS = List.of(4, 8, 16);

    private final RunningPlatform platform;

    public Floor(RunningPlatform platform) {
        this.platform = platform;
    }

    /**
     * Measures with 4, 8 and 16 clients.
     *
     * @param time for each of them
     * @throws PlatformTrouble when the server refuses
     */
    public FloorResult measure(Duration time) {
        FloorEngine engine =
                Pgbench.onPath(platform).map(FloorEngine.class::cast).orElseGet(() -> new JdbcFloor(platform));
        try (ProgressBar bar = Progress.bar("floor: " + engine.name(), CLIENTS.size())) {
            create();
            Map<Integer, Double> byClients = new LinkedHashMap<>();
            for (int clients : CLIENTS) {
                byClients.put(clients, Math.round(engine.lifecyclesPerSecond(clients, time) * 10) / 10.0);
                bar.step();
            }
            return FloorResult.bestOf(byClients, engine.name());
        } finally {
            drop();
        }
    }

    private void create() {
        drop();
        execute("postgres", "create database " + DATABASE);
        execute(DATABASE, resource("schema.sql"));
    }

    private void drop() {
        execute("postgres", "drop database if exists " + DATABASE + " with (force)");
    }

    private void execute(String database, String sql) {
        try (Connection connection = platform.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new PlatformTrouble("The floor cannot be measured: " + refused.getMessage(), refused);
        }
    }

    /** The text of a file of {@code /floor/}. */
    static String resource(String name) {
        try (InputStream data = Floor.class.getResourceAsStream("/floor/" + name)) {
            if (data == null) {
                throw new IllegalStateException("the jar lacks floor/" + name);
            }
            return new String(data.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
