package city.urbanops.kit.persistence;

import city.urbanops.contracts.ContractJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.smallrye.mutiny.Uni;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Rows as JSON: any number of them in one statement, in both directions. A row is a record whose component names are the column
 * names in camel case.
 */
public final class JsonRows {

    private static final ObjectMapper MAPPER =
            ContractJson.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    private JsonRows() {}

    /** The rows as a JSON array, for {@code json_populate_recordset}. */
    public static String write(List<?> rows) {
        try {
            return MAPPER.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A row written by {@code row_to_json}. */
    public static <T> T read(String row, Class<T> type) {
        try {
            return MAPPER.readValue(row, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The columns a record fills, as a select list. Statements name them: a table may have got others since, from a later version.
     */
    public static String columns(Class<?> row) {
        return Arrays.stream(row.getRecordComponents())
                .map(component -> PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component.getName()))
                .collect(Collectors.joining(", "));
    }

    /**
     * An insert of any number of rows; a clause for conflicts may follow it.
     *
     * @param row what a row is written from
     * @param parameter where the rows come from, {@code $1} or {@code :rows}
     */
    public static String insertInto(String table, Class<?> row, String parameter) {
        return "insert into %1$s (%2$s) select %2$s from json_populate_recordset(cast(null as %1$s), cast(cast(%3$s as text) as json)) "
                .formatted(table, columns(row), parameter);
    }

    /** Inserts the rows into a table; nothing for an empty list. */
    public static Uni<Void> insert(Mutiny.StatelessSession session, String table, List<?> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Sql.of(insertInto(table, rows.get(0).getClass(), "$1"))
                .on(session, write(rows))
                .replaceWithVoid();
    }

    /** Every row of a small table, ordered by a column. */
    public static <T> Uni<List<T>> all(Mutiny.StatelessSession session, String table, String orderBy, Class<T> type) {
        return session.createNativeQuery(
                        "select cast(row_to_json(r) as text) from %s r order by r.%s".formatted(table, orderBy),
                        String.class)
                .getResultList()
                .map(rows -> rows.stream().map(row -> read(row, type)).toList());
    }
}
