package city.urbanops.dispatch;

import city.urbanops.testkit.UrbanOpsEngines;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks into the tables from outside, and moves what only time would move. */
final class Tables {

    private Tables() {}

    /** The first column of each row of a query. */
    static List<String> texts(String sql) throws SQLException {
        try (var connection = UrbanOpsEngines.postgres().connect("dispatch");
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (result.next()) {
                texts.add(result.getString(1));
            }
            return texts;
        }
    }

    static int change(String sql) throws SQLException {
        try (var connection = UrbanOpsEngines.postgres().connect("dispatch");
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
