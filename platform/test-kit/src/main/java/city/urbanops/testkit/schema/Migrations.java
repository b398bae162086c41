package city.urbanops.testkit.schema;

import city.urbanops.engines.DatabaseSetup;
import city.urbanops.engines.PostgresServer;
import city.urbanops.testkit.Engine;
import city.urbanops.testkit.UrbanOpsEngines;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * A service's migrations, run one by one in a database of their own and looked at after each.
 *
 * <p>A migration that takes something away because no running version needs it any longer says so in a line of its own:
 * {@code -- contract public.task.old_name: unused since 0.3}.
 */
public final class Migrations {

    private static final Pattern CONTRACT = Pattern.compile("(?m)^-- contract (\\S+): \\S.*$");

    private final String database;
    private final List<String> locations;

    private Migrations(String database, List<String> locations) {
        this.database = database;
        this.locations = locations;
    }

    /** Returns the migrations every service has: the kit's and its own. Starts PostgreSQL if need be. */
    public static Migrations ofService() {
        return in("migration_steps", "db/kit", "db/migration");
    }

    /** Returns those of some folders of the class path, to be run in a database of this name. */
    static Migrations in(String database, String... folders) {
        return new Migrations(database, List.of(folders));
    }

    /**
     * Runs them all on an empty database.
     *
     * @return each thing a migration does that the version before could not live with, as {@code script: subject how};
     *     empty when all expand only
     */
    public List<String> breaks() {
        UrbanOpsEngines.require(EnumSet.of(Engine.POSTGRES));
        PostgresServer server = UrbanOpsEngines.postgres();
        DatabaseSetup.ensure(server, database, UrbanOpsEngines.databasePassword(), UrbanOpsEngines.databasePassword());
        try (Connection connection = server.connect(database)) {
            List<String> breaks = new ArrayList<>();
            Schema before = Schema.read(connection, database + "_app");
            for (MigrationInfo step : pending(server)) {
                flyway(server).target(step.getVersion()).load().migrate();
                Schema after = Schema.read(connection, database + "_app");
                breaks.addAll(breaks(step, new SchemaChange(before, after)));
                before = after;
            }
            return breaks;
        } catch (SQLException e) {
            throw new IllegalStateException("the schema cannot be read", e);
        }
    }

    private List<String> breaks(MigrationInfo step, SchemaChange change) {
        Set<String> unused = contracted(step.getScript());
        List<String> breaks = new ArrayList<>();
        Set<String> used = new TreeSet<>();
        for (SchemaChange.Break broken : change.breaks()) {
            if (unused.contains(broken.subject())) {
                used.add(broken.subject());
            } else {
                breaks.add(step.getScript() + ": " + broken);
            }
        }
        unused.removeAll(used);
        unused.forEach(subject -> breaks.add(step.getScript() + ": says it contracts " + subject + " and does not"));
        return breaks;
    }

    private List<MigrationInfo> pending(PostgresServer server) {
        List<MigrationInfo> pending = Arrays.stream(flyway(server).load().info().pending())
                .filter(MigrationInfo::isVersioned)
                .toList();
        if (pending.isEmpty()) {
            throw new IllegalStateException("no migration is left to run in " + database + " from " + locations);
        }
        return pending;
    }

    private FluentConfiguration flyway(PostgresServer server) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(server.jdbcUrl(database), database + "_owner", UrbanOpsEngines.databasePassword())
                .locations(locations.toArray(String[]::new))
                .placeholders(Map.of("app_role", database + "_app"));
    }

    private Set<String> contracted(String script) {
        Set<String> subjects = new TreeSet<>();
        for (String folder : locations) {
            Matcher lines = CONTRACT.matcher(text(folder + "/" + script));
            while (lines.find()) {
                subjects.add(lines.group(1));
            }
        }
        return subjects;
    }

    private static String text(String resource) {
        try (InputStream stream = Migrations.class.getClassLoader().getResourceAsStream(resource)) {
            return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
