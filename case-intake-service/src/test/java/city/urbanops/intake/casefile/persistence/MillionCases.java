package city.urbanops.intake.casefile.persistence;

import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * A database of its own with a million cases, filled once for all tests of the profile in about a minute and a half: the schema is the
 * migrated one, but its indexes are dropped before and made again after.
 */
public final class MillionCases implements QuarkusTestProfile {

    static final String DATABASE = "million";
    static final int CASES = Integer.getInteger("search.cases", 1_000_000);

    private static final String INDEXES = """
            select format('%%I.%%I', schemaname, indexname), indexdef from pg_indexes
            where tablename = '%s' and schemaname = 'public' and indexdef not like 'CREATE UNIQUE%%'
            """;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "urbanops.db.name",
                DATABASE,
                "urbanops.dust.enabled",
                "false",
                // texts need no fingerprints here
                "urbanops.duplicates.suggest.keep",
                "PT1S");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(UrbanOpsEngines.class, Map.of("database", DATABASE)));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    /** Fills the database unless it is full. */
    static synchronized void fill() throws Exception {
        if (isFull()) {
            return;
        }
        run("million-drawn.sql");
        var both = Executors.newFixedThreadPool(2);
        try {
            var cases = both.submit(filling("case_file", "million-cases.sql"));
            var texts = both.submit(filling("case_text", "million-texts.sql"));
            cases.get();
            texts.get();
        } catch (ExecutionException trouble) {
            throw new IllegalStateException("the million cases could not be made", trouble.getCause());
        } finally {
            both.shutdownNow();
        }
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("drop schema million cascade");
            // as autovacuum leaves it
            statement.execute("vacuum (analyze) case_file, case_text");
        }
    }

    static Connection connect() throws SQLException {
        return UrbanOpsEngines.postgres().connect(DATABASE);
    }

    private static boolean isFull() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var found =
                        statement.executeQuery("select exists (select from case_file where publisher = 'million')")) {
            found.next();
            return found.getBoolean(1);
        }
    }

    private static Callable<Void> filling(String table, String script) {
        return () -> {
            try (var connection = connect();
                    var statement = connection.createStatement()) {
                var indexes = new ArrayList<String>();
                try (var found = statement.executeQuery(INDEXES.formatted(table))) {
                    while (found.next()) {
                        indexes.add(found.getString(2));
                        try (var drop = connection.createStatement()) {
                            drop.execute("drop index " + found.getString(1));
                        }
                    }
                }
                statement.execute("set maintenance_work_mem = '256MB'");
                statement.execute(text(script));
                for (var index : indexes) {
                    statement.execute(index);
                }
            }
            return null;
        };
    }

    private static void run(String script) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(text(script));
        }
    }

    private static String text(String script) {
        try (var stream = MillionCases.class.getResourceAsStream("/search/" + script)) {
            if (stream == null) {
                throw new IllegalStateException("there is no " + script);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace(":cases", Integer.toString(CASES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
