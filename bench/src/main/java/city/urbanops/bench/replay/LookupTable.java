package city.urbanops.bench.replay;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A data file that translates words of the source into the default city's codes; the row {@code *} is for all others.
 *
 * @param <T> what a row says
 */
final class LookupTable<T> {

    private static final String OTHERS = "*";

    private final Map<String, T> rows;
    private final T others;

    private LookupTable(Map<String, T> rows, T others) {
        this.rows = rows;
        this.others = others;
    }

    /**
     * Loads a table from the class path.
     *
     * @param file below {@code /boston311/}
     * @param key the column of the words
     * @param row makes a value of a row's columns
     * @throws IllegalStateException when the file is not there, a word appears twice or there is no row for others
     */
    static <T> LookupTable<T> load(String file, String key, Function<Map<String, String>, T> row) {
        Map<String, T> rows = new HashMap<>();
        try (InputStream data = LookupTable.class.getResourceAsStream("/boston311/" + file)) {
            if (data == null) {
                throw new IllegalStateException("no data file " + file);
            }
            MappingIterator<Map<String, String>> lines = new CsvMapper()
                    .readerForMapOf(String.class)
                    .with(CsvSchema.emptySchema().withHeader())
                    .readValues(data);
            while (lines.hasNext()) {
                Map<String, String> line = lines.next();
                if (rows.put(column(line, key, file), row.apply(line)) != null) {
                    throw new IllegalStateException(file + " has two rows for " + line.get(key));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
        T others = rows.remove(OTHERS);
        if (others == null) {
            throw new IllegalStateException(file + " has no row * for all others");
        }
        return new LookupTable<>(rows, others);
    }

    private static String column(Map<String, String> line, String name, String file) {
        String value = line.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(file + " has a row without " + name);
        }
        return value;
    }

    /** What the table says of this word, or of all others when it does not know it. */
    T get(String word) {
        return rows.getOrDefault(word, others);
    }

    /** Whether the word has a row of its own. */
    boolean knows(String word) {
        return rows.containsKey(word);
    }

    /** All rows by word, without the one for others. */
    Map<String, T> rows() {
        return Map.copyOf(rows);
    }

    /** The row for all others. */
    T others() {
        return others;
    }
}
