package city.urbanops.bench.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lifecycle script of pgbench, taken apart for JDBC, so that both write the very same rows.
 *
 * @param statements in order; {@code begin} and {@code commit} among them
 */
record FloorScript(List<FloorScript.Statement> statements) {

    private static final Pattern VARIABLE = Pattern.compile("(?<!:):([a-z_]+)");
    private static final String KEEP = "\\gset";

    /**
     * One statement.
     *
     * @param sql with {@code ?} for variables
     * @param variables their names in order
     * @param kept the variable that takes its one returned value; null when it returns nothing
     */
    record Statement(
            String sql, List<String> variables, @Nullable String kept) {}

    FloorScript {
        statements = List.copyOf(statements);
    }

    /** Reads a script with one statement a line. */
    static FloorScript parse(String script) {
        List<Statement> statements = new ArrayList<>();
        script.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("--") && !line.startsWith("\\"))
                .forEach(line -> statements.add(statement(line)));
        return new FloorScript(statements);
    }

    private static Statement statement(String line) {
        boolean keeps = line.endsWith(KEEP);
        String sql = keeps ? line.substring(0, line.length() - KEEP.length()).strip() : line;
        String kept = keeps ? sql.substring(sql.lastIndexOf(' ') + 1) : null;
        List<String> variables =
                VARIABLE.matcher(sql).results().map(match -> match.group(1)).toList();
        return new Statement(VARIABLE.matcher(sql).replaceAll(FloorScript::placeholder), variables, kept);
    }

    private static String placeholder(MatchResult variable) {
        return variable.group(1).endsWith("_id") ? "?::uuid" : "?::text";
    }
}
