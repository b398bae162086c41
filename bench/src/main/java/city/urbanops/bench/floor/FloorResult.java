package city.urbanops.bench.floor;

import java.util.Map;

/**
 * What the database server does with the rows of lifecycles alone.
 *
 * @param perSecond lifecycles a second at the best number of clients
 * @param clients that number
 * @param byClients lifecycles a second for each number tried
 * @param tool {@code pgbench} with its version, or {@code plain JDBC}
 */
public record FloorResult(double perSecond, int clients, Map<Integer, Double> byClients, String tool) {

    static FloorResult bestOf(Map<Integer, Double> byClients, String tool) {
        var best = byClients.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow(() -> new IllegalArgumentException("nothing was measured"));
        return new FloorResult(best.getValue(), best.getKey(), byClients, tool);
    }
}
