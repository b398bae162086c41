package city.urbanops.kit.tally;

import static org.awaitility.Awaitility.await;

import city.urbanops.testkit.UrbanOpsEngines;
import java.sql.SQLException;
import java.time.Duration;

/** Looks into the service's tables from outside. */
final class Ledger {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private Ledger() {}

    static void awaitSteps(String name, String steps) {
        await("steps of " + name)
                .atMost(PATIENCE)
                .until(() -> text("select steps from tally where name = ?", name), steps::equals);
    }

    static String steps(String name) {
        return text("select steps from tally where name = ?", name);
    }

    static long count(String table, String key) {
        return Long.parseLong(text("select cast(count(*) as text) from " + table + " where key = ?", key));
    }

    /** The single value of a query, or an empty text if there is no row. */
    static String text(String sql, String parameter) {
        try (var connection = UrbanOpsEngines.postgres().connect("tally");
                var select = connection.prepareStatement(sql)) {
            select.setString(1, parameter);
            try (var rows = select.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
