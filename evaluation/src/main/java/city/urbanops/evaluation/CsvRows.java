package city.urbanops.evaluation;

import city.urbanops.commandline.CommandFailure;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The rows of a CSV file with a header, plain or gzipped, one after the other, each with the line it stands in. */
public final class CsvRows implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    private final Path file;
    private final MappingIterator<String[]> rows;
    private final List<String> header;

    private CsvRows(Path file, MappingIterator<String[]> rows, List<String> header) {
        this.file = file;
        this.rows = rows;
        this.header = header;
    }

    /**
     * A row.
     *
     * @param line where it stands, the header's is 1
     * @param fields as many as the row has
     */
    public record Row(int line, List<String> fields) {

        public Row {
            fields = List.copyOf(fields);
        }

        /**
         * A field of the row, as it stands there.
         *
         * @throws IllegalArgumentException when the row ends before that column
         */
        public String at(int column) {
            if (column >= fields.size()) {
                throw new IllegalArgumentException(
                        "has %d fields, not at least %d".formatted(fields.size(), column + 1));
            }
            return fields.get(column);
        }
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws CommandFailure when it cannot be read or is empty
     */
    public static CsvRows open(Path file) {
        try {
            InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
            InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, BUFFER) : bytes;
            MappingIterator<String[]> rows = CSV.readerFor(String[].class).readValues(text);
            if (!rows.hasNextValue()) {
                throw new CommandFailure(file + " is empty; it must start with a header line");
            }
            List<String> header =
                    Arrays.stream(rows.nextValue()).map(CsvRows::bare).toList();
            return new CsvRows(file, rows, header);
        } catch (NoSuchFileException missing) {
            throw new CommandFailure("there is no file " + file, missing);
        } catch (IOException unreadable) {
            throw new CommandFailure("cannot read " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /**
     * The place of a column.
     *
     * @throws CommandFailure when the header does not have it
     */
    public int column(String name) {
        int column = header.indexOf(name);
        if (column < 0) {
            throw new CommandFailure("%s has no column %s in its header (line 1)".formatted(file, name));
        }
        return column;
    }

    /**
     * The next row.
     *
     * @return empty at the end of the file
     * @throws CommandFailure when the file breaks off or is no CSV from some line on
     */
    public Optional<Row> next() {
        try {
            if (!rows.hasNextValue()) {
                return Optional.empty();
            }
            List<String> fields = List.of(rows.nextValue());
            return Optional.of(new Row(rows.getParser().currentTokenLocation().getLineNr(), fields));
        } catch (IOException unreadable) {
            int line = rows.getParser().currentLocation().getLineNr();
            throw new CommandFailure(
                    "%s cannot be read near line %d: %s".formatted(file, line, unreadable.getMessage()), unreadable);
        }
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException ignored) {
            // it was only read
        }
    }

    private static String bare(String name) {
        return name.startsWith(BYTE_ORDER_MARK) ? name.substring(1) : name;
    }
}
