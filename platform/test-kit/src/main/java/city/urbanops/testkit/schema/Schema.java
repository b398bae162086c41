package city.urbanops.testkit.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a running service can notice of its database.
 *
 * @param relations tables and views by qualified name; partitions belong to their parent
 * @param routines functions and procedures with the types of their arguments
 */
record Schema(Map<String, Relation> relations, Set<String> routines) {

    private static final String OURS = """
            n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and not exists (
              select from pg_depend d where d.objid = %s.oid and d.deptype = 'e')
            """;

    private static final String COLUMNS = """
            select n.nspname || '.' || c.relname as relation, a.attname as name,
                   format_type(a.atttypid, a.atttypmod) as type,
                   a.attnotnull as required, a.atthasdef or a.attidentity <> '' as filled
              from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition and a.attnum > 0 and not a.attisdropped
               and c.relname <> 'flyway_schema_history' and
            """ + OURS.formatted("c");

    private static final String CONSTRAINTS = """
            select n.nspname || '.' || c.relname as relation, k.conname as name, pg_get_constraintdef(k.oid) as definition,
                   (select string_agg(a.attname, ',') from pg_attribute a
                     where k.contype <> 'c' and a.attrelid = c.oid and a.attnum = any (k.conkey)) as columns
              from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
             where k.contype in ('c', 'u', 'f', 'x', 'p') and not c.relispartition and
            """ + OURS.formatted("c") + """
             union all
            select n.nspname || '.' || c.relname, i.relname, pg_get_indexdef(i.oid),
                   (select string_agg(a.attname, ',') from pg_attribute a
                     where a.attrelid = c.oid and a.attnum = any (x.indkey))
              from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
              join pg_namespace n on n.oid = c.relnamespace
             where x.indisunique and not c.relispartition
               and not exists (select from pg_constraint k where k.conindid = i.oid) and
            """ + OURS.formatted("c");

    private static final String PRIVILEGES = """
            select n.nspname || '.' || c.relname as relation, p.name as name
              from pg_class c join pg_namespace n on n.oid = c.relnamespace,
                   unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) as p(name)
             where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
               and has_table_privilege(?, c.oid, p.name) and
            """ + OURS.formatted("c");

    private static final String ROUTINES = """
            select r.proname || '(' || pg_get_function_identity_arguments(r.oid) || ')' as name
              from pg_proc r join pg_namespace n on n.oid = r.pronamespace where
            """ + OURS.formatted("r");

    /** A column; {@code filled} when the database gives it a value nobody named. */
    record Column(String type, boolean required, boolean filled) {}

    /** A constraint or unique index; a row with null in one of the columns is not held to it. */
    record Constraint(String definition, Set<String> columns) {}

    /** A table or view; constraints and unique indexes by name, privileges of the service's role. */
    record Relation(Map<String, Column> columns, Map<String, Constraint> constraints, Set<String> privileges) {

        private Relation() {
            this(new HashMap<>(), new HashMap<>(), new HashSet<>());
        }
    }

    /** Reads the schema as it is now; {@code appRole} is the role the service works as. */
    static Schema read(Connection connection, String appRole) throws SQLException {
        Map<String, Relation> relations = new HashMap<>();
        for (Map<String, String> row : rows(connection, COLUMNS)) {
            Column column =
                    new Column(text(row, "type"), "t".equals(row.get("required")), "t".equals(row.get("filled")));
            relations
                    .computeIfAbsent(text(row, "relation"), name -> new Relation())
                    .columns()
                    .put(text(row, "name"), column);
        }
        for (Map<String, String> row : rows(connection, CONSTRAINTS)) {
            Relation relation = relations.get(text(row, "relation"));
            if (relation != null) {
                String columns = row.get("columns");
                relation.constraints()
                        .put(
                                text(row, "name"),
                                new Constraint(
                                        text(row, "definition"),
                                        columns == null ? Set.of() : Set.of(columns.split(",", -1))));
            }
        }
        for (Map<String, String> row : rows(connection, PRIVILEGES, appRole)) {
            Relation relation = relations.get(text(row, "relation"));
            if (relation != null) {
                relation.privileges().add(text(row, "name"));
            }
        }
        Set<String> routines = new HashSet<>();
        rows(connection, ROUTINES).forEach(row -> routines.add(text(row, "name")));
        return new Schema(relations, routines);
    }

    private static String text(Map<String, String> row, String column) {
        String value = row.get(column);
        if (value == null) {
            throw new IllegalStateException("the catalogue says nothing of " + column);
        }
        return value;
    }

    private static List<Map<String, String>> rows(Connection connection, String sql, String... arguments)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            List<Map<String, String>> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    Map<String, String> row = new HashMap<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.put(result.getMetaData().getColumnLabel(i), result.getString(i));
                    }
                    rows.add(row);
                }
            }
            return rows;
        }
    }
}
