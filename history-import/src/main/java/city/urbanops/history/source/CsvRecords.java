package city.urbanops.history.source;

import city.urbanops.commandline.CommandFailure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Streams the records of a CSV file, plain or gzip, whose first record names the columns; the file is never held in memory. A value in
 * quotes may run over several lines. A record that cannot be read says so and does not end the file.
 */
public final class CsvRecords implements AutoCloseable {

    /** A quote that is still open after so many lines was never meant to be one. */
    private static final int LONGEST_RECORD_LINES = 200;

    private static final String[] UNREADABLE = {};

    private final Path file;
    private final Counted raw;
    private final BufferedReader lines;
    private final ObjectReader parser;
    private final List<String> columns;

    private CsvRecords(Path file, Charset charset, char separator) throws IOException {
        this.file = file;
        this.raw = new Counted(Files.newInputStream(file));
        this.lines = new BufferedReader(new InputStreamReader(unpacked(raw), charset), 1 << 16);
        this.parser = CsvMapper.builder()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .enable(CsvParser.Feature.TRIM_SPACES)
                .build()
                .readerFor(String[].class)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator));
        var header = record();
        if (header == null || header.length == 0) {
            throw new CommandFailure(file + " does not begin with the names of its columns.");
        }
        header[0] = header[0].replace("\uFEFF", "");
        this.columns = List.of(header);
    }

    /**
     * Opens a file.
     *
     * @throws CommandFailure when it cannot be read or is empty
     */
    public static CsvRecords open(Path file, Charset charset, char separator) {
        try {
            return new CsvRecords(file, charset, separator);
        } catch (IOException unreadable) {
            throw new CommandFailure("Cannot read " + file + ".", unreadable);
        }
    }

    /** The names of the columns, in their order. */
    public List<String> columns() {
        return columns;
    }

    /** How much of the file has been read, 0 to 1. */
    public double shareRead() throws IOException {
        return Math.min(1.0, (double) raw.read / Math.max(1, Files.size(file)));
    }

    /**
     * The next record's values, trimmed; none for a record that cannot be read; null at the end.
     *
     * @throws CommandFailure when the file breaks off
     */
    public String @Nullable [] next() {
        try {
            return record();
        } catch (IOException broken) {
            throw new CommandFailure(file + " breaks off: " + broken.getMessage(), broken);
        }
    }

    private String @Nullable [] record() throws IOException {
        var line = lines.readLine();
        while (line != null && line.isBlank()) {
            line = lines.readLine();
        }
        if (line == null) {
            return null;
        }
        if (!hasOpenQuote(line)) {
            return values(line);
        }
        var whole = new StringBuilder(line);
        for (var count = 1; count < LONGEST_RECORD_LINES && hasOpenQuote(whole); count++) {
            var more = lines.readLine();
            if (more == null) {
                return UNREADABLE;
            }
            whole.append('\n').append(more);
        }
        return hasOpenQuote(whole) ? UNREADABLE : values(whole.toString());
    }

    private static boolean hasOpenQuote(CharSequence text) {
        return text.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private String[] values(String text) {
        try (MappingIterator<String[]> rows = parser.readValues(text)) {
            return rows.hasNextValue() ? rows.nextValue() : UNREADABLE;
        } catch (JsonProcessingException broken) {
            return UNREADABLE;
        } catch (IOException impossible) {
            throw new IllegalStateException("a string cannot break off", impossible);
        }
    }

    private static InputStream unpacked(InputStream input) throws IOException {
        var start = new PushbackInputStream(input, 2);
        byte[] magic = start.readNBytes(2);
        start.unread(magic);
        boolean gzip = magic.length == 2 && ((magic[0] & 0xff) | (magic[1] & 0xff) << 8) == GZIPInputStream.GZIP_MAGIC;
        return gzip ? new GZIPInputStream(start, 1 << 16) : start;
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException harmless) {
            throw new CommandFailure(file + " cannot be closed.", harmless);
        }
    }

    /** Counts what is read of the file itself, packed or not. */
    private static final class Counted extends FilterInputStream {

        private long read;

        Counted(InputStream input) {
            super(input);
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            read += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var count = super.read(into, offset, length);
            read += Math.max(0, count);
            return count;
        }
    }
}
