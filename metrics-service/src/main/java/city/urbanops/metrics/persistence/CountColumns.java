package city.urbanops.metrics.persistence;

import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.domain.Counts;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The columns of a table of counts: one per {@link CaseSet}, of the same name. */
final class CountColumns {

    private static final List<CaseSet> SETS = List.of(CaseSet.values());
    private static final String[] NAMES =
            SETS.stream().map(set -> set.name().toLowerCase(Locale.ROOT)).toArray(String[]::new);

    private CountColumns() {}

    /**
     * A statement that adds rows of changes. Rows go in the order of the key, so that two writers never wait for each other; a count that
     * a row does not mention is 0. Its one parameter is the rows as JSON.
     */
    static String upsert(String table, String key) {
        return """
                insert into %1$s (%2$s, %3$s)
                select %2$s, %4$s from json_populate_recordset(cast(null as %1$s), cast(cast($1 as text) as json))
                order by %2$s
                on conflict (%2$s) do update set %5$s
                """.formatted(
                table, key, each("%s"), each("coalesce(%1$s, 0)"), each("%1$s = " + table + ".%1$s + excluded.%1$s"));
    }

    /** A condition that holds unless every count is zero. */
    static String any(String alias) {
        return "(" + SETS.stream().map(set -> alias + "." + of(set)).collect(Collectors.joining(" <> 0 or "))
                + " <> 0)";
    }

    /** Every column in a form, separated by commas. */
    static String each(String format) {
        return each(SETS, format);
    }

    /** The columns of these sets in a form, separated by commas. */
    static String each(Collection<CaseSet> sets, String format) {
        return sets.stream().map(set -> format.formatted(of(set))).collect(Collectors.joining(", "));
    }

    /** The counts of some sets in a row that has a column for each. */
    static Counts read(Tuple row, Collection<CaseSet> sets) {
        var counts = new Counts();
        for (var set : sets) {
            counts.add(set, row.get(of(set), Long.class));
        }
        return counts;
    }

    static void write(Counts counts, ObjectNode row) {
        for (var set : SETS) {
            if (counts.of(set) != 0) {
                row.put(of(set), counts.of(set));
            }
        }
    }

    /** All of them, in the order of the enum. */
    static List<CaseSet> all() {
        return SETS;
    }

    @SuppressWarnings("EnumOrdinal") // an index into an array made from the same enum
    static String of(CaseSet set) {
        return NAMES[set.ordinal()];
    }
}
