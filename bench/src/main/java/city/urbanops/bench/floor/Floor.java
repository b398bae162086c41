package city.urbanops.bench.floor;

import city.urbanops.bench.platform.Progress;
import city.urbanops.bench.platform.RunningPlatform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    private static final List<Integer> CLIENTS = List.of(4, 8, 16);

    private final RunningPlatform platform;

    public Floor(RunningPlatform platform) {
        this.platform = platform;
    }

    /**
     * Measures with 4, 8 and 16 clients.
     *
     * @param time for each of them
     * @throws city.urbanops.bench.platform.PlatformTrouble when the server refuses
     */
    public FloorResult measure(Duration time) {
        FloorEngine engine =
                Pgbench.onPath(platform).map(FloorEngine.class::cast).orElseGet(JdbcFloor::new);
        try (FloorDatabase database = FloorDatabase.create(platform);
                ProgressBar bar = Progress.bar("floor: " + engine.name(), CLIENTS.size())) {
            Map<Integer, Double> byClients = new LinkedHashMap<>();
            for (int clients : CLIENTS) {
                byClients.put(clients, Math.round(engine.lifecyclesPerSecond(database, clients, time) * 10) / 10.0);
                bar.step();
            }
            return FloorResult.bestOf(byClients, engine.name());
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
