package city.urbanops.history.mapping;

import city.urbanops.commandline.CommandFailure;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** Reads tables of translations. */
final class Tables {

    /** The word that stands for all words without a row of their own. */
    static final String OTHERS = "*";

    private Tables() {}

    static Map<String, String> read(InputStream data, Mapping.Table table, String at) throws IOException {
        var codes = new HashMap<String, String>();
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(data)) {
            while (rows.hasNext()) {
                var row = rows.next();
                var word = row.get(table.key());
                var code = row.get(table.value());
                if (word == null || code == null) {
                    throw new CommandFailure("%s: every row of %s needs the columns %s and %s."
                            .formatted(at, table.file(), table.key(), table.value()));
                }
                if (codes.put(word.strip(), code.strip()) != null) {
                    throw new CommandFailure("%s: %s has two rows for %s.".formatted(at, table.file(), word));
                }
            }
        }
        return codes;
    }
}
