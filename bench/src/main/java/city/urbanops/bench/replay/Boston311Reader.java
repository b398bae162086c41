package city.urbanops.bench.replay;

import city.urbanops.bench.platform.PlatformTrouble;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Streams the records of a Boston 311 file, plain or gzip, line by line: the file is never held in memory. A line that is no
 * record (wrong number of columns, broken quoting, no id, an id seen before) is skipped and counted.
 */
final class Boston311Reader implements AutoCloseable {

    private static final List<String> NEEDED =
            List.of("case_enquiry_id", "case_status", "reason", "type", "pwd_district", "source");

    private final BufferedReader lines;
    private final CsvMapper csv = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .build();
    private final List<String> columns;
    private final int[] places;
    private final Set<String> ids = new HashSet<>();
    private long skipped;

    private Boston311Reader(InputStream input, String name) throws IOException {
        this.lines = new BufferedReader(new InputStreamReader(unpacked(input), StandardCharsets.UTF_8));
        String header = lines.readLine();
        this.columns =
                header == null ? List.of() : fields(header).map(Arrays::asList).orElse(List.of());
        if (!columns.containsAll(NEEDED)) {
            throw new PlatformTrouble(name + " is no Boston 311 file: its first line must name " + NEEDED + ".");
        }
        this.places = NEEDED.stream().mapToInt(columns::indexOf).toArray();
    }

    /**
     * Opens a file.
     *
     * @throws PlatformTrouble when it cannot be read or its first line does not name the columns
     */
    static Boston311Reader open(Path file) {
        try {
            return of(Files.newInputStream(file), file.getFileName().toString());
        } catch (IOException unreadable) {
            throw new PlatformTrouble("Cannot read " + file + ".", unreadable);
        }
    }

    /**
     * Reads a stream, which the reader closes.
     *
     * @param name what to call it in messages
     * @throws PlatformTrouble when it cannot be read or its first line does not name the columns
     */
    static Boston311Reader of(InputStream input, String name) {
        try {
            return new Boston311Reader(input, name);
        } catch (IOException unreadable) {
            throw new PlatformTrouble("Cannot read " + name + ".", unreadable);
        }
    }

    private static InputStream unpacked(InputStream input) throws IOException {
        var start = new PushbackInputStream(input, 2);
        byte[] magic = start.readNBytes(2);
        start.unread(magic);
        boolean gzip = magic.length == 2 && ((magic[0] & 0xff) | (magic[1] & 0xff) << 8) == GZIPInputStream.GZIP_MAGIC;
        return gzip ? new GZIPInputStream(start) : start;
    }

    /**
     * The next record; empty at the end of the file.
     *
     * @throws PlatformTrouble when reading fails
     */
    Optional<Boston311Row> next() {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<Boston311Row> row = row(line);
                if (row.isPresent()) {
                    return row;
                }
                skipped++;
            }
            return Optional.empty();
        } catch (IOException broken) {
            throw new PlatformTrouble("The file broke off: " + broken.getMessage(), broken);
        }
    }

    /** How many lines were no record so far. */
    long skipped() {
        return skipped;
    }

    private Optional<Boston311Row> row(String line) {
        return fields(line)
                .filter(fields -> fields.length == columns.size())
                .map(this::pick)
                .filter(row -> !row.id().isEmpty() && ids.add(row.id()));
    }

    private Boston311Row pick(String[] fields) {
        return new Boston311Row(
                fields[places[0]],
                fields[places[1]],
                fields[places[2]],
                fields[places[3]],
                fields[places[4]],
                fields[places[5]]);
    }

    private Optional<String[]> fields(String line) {
        try (MappingIterator<String[]> rows = csv.readerFor(String[].class).readValues(line)) {
            return rows.hasNextValue() ? Optional.of(rows.nextValue()) : Optional.empty();
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new IllegalStateException("a string cannot break off", impossible);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException harmless) {
            throw new PlatformTrouble("The file cannot be closed.", harmless);
        }
    }
}
